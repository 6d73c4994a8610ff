"""Targets of operations whose new form at OpenAI's own service differs from Foundry's.

OpenAI has no agent objects: an assistant is a definition in the code (openai 3.54.0
``openai/resources/responses/responses.py``). Operations that are not listed have one form.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_FOUNDRY = "azure.ai.projects.models"
_TYPES = "openai.types.responses"
_NONE = "no agent is stored at OpenAI: its model, instructions and tools stand in the code"
_RESPONSE = "client.responses.create(conversation=..., model=..., instructions=..., tools=...)"
_OUTPUTS = "client.responses.create(conversation=..., input=[function_call_output, ...])"

OPENAI_TARGETS: Mapping[str, str] = MappingProxyType(
    {
        "agent.create": "partial(client.responses.create, model=..., instructions=..., tools=...)",
        "agent.get": "partial(client.responses.create, **ASSISTANTS[id])",
        "agent.list": _NONE,
        "agent.update": _NONE,
        "agent.delete": _NONE,
        "run.create": _RESPONSE,
        "run.process": _RESPONSE,
        "run.stream": _RESPONSE.replace(")", ", stream=True)"),
        "run.submit": _OUTPUTS,
        "run.submit_poll": _OUTPUTS,
        "thread_run.create": _RESPONSE,
        "thread_run.process": _RESPONSE,
    }
)

_TOOLS_OF = "tools=[...] of the definition in the code"
_CONTAINER = '{"type": "auto", "file_ids": [...]}'
_SEARCH = '{"type": "file_search", "vector_store_ids": [...]}'

OPENAI_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "project_client.agents": _NONE,
        'project_client.agents.list(kind="prompt")': _NONE,
        "project_client.agents.create_version(agent_name=..., "
        "definition=PromptAgentDefinition(...))": OPENAI_TARGETS["agent.create"],
        f"{_FOUNDRY}.AgentVersionDetails": _NONE,
        f"{_FOUNDRY}.DeleteAgentResponse": _NONE,
        f"{_FOUNDRY}.PromptAgentDefinition(tools=[...])": _TOOLS_OF,
        f"{_FOUNDRY}.TextResponseFormat": f"{_TYPES}.ResponseFormatTextConfigParam",
        f"{_FOUNDRY}.Tool": f"{_TYPES}.ToolParam",
        f"{_FOUNDRY}.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(...))": (
            f'{{"type": "code_interpreter", "container": {_CONTAINER}}}'
        ),
        f"{_FOUNDRY}.AutoCodeInterpreterToolParam(file_ids=[...])": _CONTAINER,
        f"{_FOUNDRY}.FileSearchTool(vector_store_ids=[...])": _SEARCH,
        f"{_FOUNDRY}.FileSearchTool": f"{_TYPES}.FileSearchToolParam",
        f"{_FOUNDRY}.RankingOptions": f"{_TYPES}.file_search_tool_param.RankingOptions",
        f"{_FOUNDRY}.FunctionTool(name=..., parameters=..., strict=False)": (
            f"{_TYPES}.FunctionToolParam(type=..., name=..., parameters=..., strict=False)"
        ),
    }
)
"""By its new form in Foundry: what a name becomes where there are no agents.

Sources: openai 3.54.0 ``openai/types/responses/__init__.py`` and ``tool_param.py``.
"""


def at_openai(target: str | None) -> str | None:
    """A target in Foundry, as it is called at OpenAI's own service."""
    if target is None:
        return None
    return OPENAI_NAMES.get(target) or target.replace("openai_client", "client")
