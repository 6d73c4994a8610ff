"""Tools behind connections: Bing, Fabric, SharePoint, the browser.

Sources: azure-ai-agents 1.1.0 and 1.2.0b5 ``azure/ai/agents/models/_patch.py`` and ``_models.py``;
azure-ai-projects 2.10.0 ``azure/ai/projects/models/_models.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.models import arguments_of, model, one, plain, several
from unspool_rules.engine.work import Work

SEARCH_OPTIONS = ("market", "set_lang", "count", "freshness")


def of_connections(
    tool: str, kind: str, parameters: str
) -> Callable[[Work, ast.Call, bool], Writer | None]:
    def build(work: Work, node: ast.Call, typed: bool) -> Writer | None:
        given = arguments_of(node, ("connection_id",))
        if given is None or set(given) != {"connection_id"}:
            work.block(node, "the connection of this tool is not given in place")
            return None
        return connected(tool, kind, parameters, [given["connection_id"]], typed)

    return build


def connected(
    tool: str, kind: str, parameters: str, connections: list[ast.expr], typed: bool
) -> Writer:
    made = [
        model("ToolProjectConnection", "", typed, [plain("project_connection_id", c)])
        for c in connections
    ]
    inner = model(parameters, "", typed, [several("project_connections", *made)])
    return model(tool, kind, typed, [one(kind, inner)])


FABRIC = ("MicrosoftFabricPreviewTool", "fabric_dataagent_preview", "FabricDataAgentToolParameters")
SHAREPOINT = (
    "SharepointPreviewTool",
    "sharepoint_grounding_preview",
    "SharepointGroundingToolParameters",
)


def of_browser_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, ("connection_id",))
    if given is None or set(given) != {"connection_id"}:
        work.block(node, "the connection of this tool is not given in place")
        return None
    return _browser(given["connection_id"], typed)


def _browser(connection: ast.expr, typed: bool) -> Writer:
    kind = "browser_automation_preview"
    inner = model(
        "BrowserAutomationToolConnectionParameters",
        "",
        typed,
        [plain("project_connection_id", connection)],
    )
    parameters = model("BrowserAutomationToolParameters", "", typed, [one("connection", inner)])
    return model("BrowserAutomationPreviewTool", kind, typed, [one(kind, parameters)])


def of_search_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, ("connection_id", "instance_name", *SEARCH_OPTIONS))
    if given is None or not {"connection_id", "instance_name"} <= set(given):
        work.block(node, "the connection of Bing Custom Search is not given in place")
        return None
    return custom_search([given], typed)


def custom_search(configurations: list[dict[str, ast.expr]], typed: bool) -> Writer:
    kind = "bing_custom_search_preview"
    made = [configuration("BingCustomSearchConfiguration", c, typed) for c in configurations]
    inner = model(
        "BingCustomSearchToolParameters", "", typed, [several("search_configurations", *made)]
    )
    return model("BingCustomSearchPreviewTool", kind, typed, [one(kind, inner)])


def configuration(name: str, given: dict[str, ast.expr], typed: bool) -> Writer:
    fields = [
        plain("project_connection_id" if k == "connection_id" else k, v) for k, v in given.items()
    ]
    return model(name, "", typed, fields)
