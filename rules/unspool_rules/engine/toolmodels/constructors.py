"""Constructors of tool helpers, by the helper's class.

Sources: azure-ai-agents 1.1.0 and 1.2.0b5 ``azure/ai/agents/models/_patch.py`` and ``_models.py``;
azure-ai-projects 2.10.0 ``azure/ai/projects/models/_models.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.azure_functions import of_function_tool
from unspool_rules.engine.toolmodels.builtin import of_code_interpreter_tool, of_file_search_tool
from unspool_rules.engine.toolmodels.connections import (
    FABRIC,
    SHAREPOINT,
    of_browser_tool,
    of_connections,
    of_search_tool,
)
from unspool_rules.engine.toolmodels.models import Field, arguments_of, model, plain
from unspool_rules.engine.toolmodels.openapi import of_openapi_tool
from unspool_rules.engine.toolmodels.search import of_azure_search_tool, of_bing_tool
from unspool_rules.engine.work import Work


def _of_mcp(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, ("server_label", "server_url", "allowed_tools"))
    if given is None or not {"server_label", "server_url"} <= set(given):
        work.block(node, "the server of this tool is not given in place")
        return None
    allowed = given.get("allowed_tools")
    if isinstance(allowed, ast.List) and not allowed.elts:
        del given["allowed_tools"]  # it meant all of them
    elif allowed is not None and not isinstance(allowed, ast.List):
        work.note("an empty list of allowed tools meant all of them; it means none now")
    return mcp([plain(k, v) for k, v in given.items()], typed)


def mcp(fields: list[Field], typed: bool) -> Writer:
    return model("MCPTool", "mcp", typed, fields)


def _of_computer(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, ("display_width", "display_height", "environment"))
    if given is None or len(given) != 3:
        work.block(node, "the display of this tool is not given in place")
        return None
    return model(
        "ComputerUsePreviewTool",
        "computer_use_preview",
        typed,
        [plain(k, v) for k, v in given.items()],
    )


CONSTRUCTORS: dict[str, Callable[[Work, ast.Call, bool], Writer | None]] = {
    "AzureAISearchTool": of_azure_search_tool,
    "AzureFunctionTool": of_function_tool,
    "BingGroundingTool": of_bing_tool,
    "BingCustomSearchTool": of_search_tool,
    "CodeInterpreterTool": of_code_interpreter_tool,
    "FileSearchTool": of_file_search_tool,
    "BrowserAutomationTool": of_browser_tool,
    "ComputerUseTool": _of_computer,
    "FabricTool": of_connections(*FABRIC),
    "McpTool": _of_mcp,
    "OpenApiTool": of_openapi_tool,
    "SharepointTool": of_connections(*SHAREPOINT),
}
