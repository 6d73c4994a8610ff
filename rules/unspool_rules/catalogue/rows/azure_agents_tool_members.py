"""What all tools of azure-ai-agents 1.x have: their definitions, resources and `execute`."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS301",
    kind=Kind.TOOL,
    source=(
        "azure-ai-agents 1.2.0b6: azure/ai/agents/models/_patch.py; azure-ai-projects 2.10.0: "
        "azure/ai/projects/models/_models.py"
    ),
)

_IN_BOTH = ("BingCustomSearchTool", "FabricTool", "SharepointTool", "ConnectedAgentTool")
"""Tools that the betas of azure-ai-projects had, too."""
_TOOLS = (
    *("CodeInterpreterTool", "FileSearchTool", "AzureAISearchTool", "BingGroundingTool"),
    *("BingCustomSearchTool", "OpenApiTool", "AzureFunctionTool", "FabricTool", "SharepointTool"),
    *("BrowserAutomationTool", "ComputerUseTool", "McpTool", "Tool"),
)
_GONE = {
    "ConnectedAgentTool": (
        "connected agents do not exist in the new service: offer the other agent over A2A "
        "(A2APreviewTool) or use a workflow agent"
    ),
    "DeepResearchTool": (
        "the new service has no deep research tool: call a deep research model with WebSearchTool"
    ),
}


def _names(tool: str, member: str) -> tuple[str, ...]:
    packages = ("agents", "projects") if tool in _IN_BOTH else ("agents",)
    return tuple(f"azure.ai.{package}.models.{tool}.{member}" for package in packages)


ROWS: tuple[Entry, ...] = (
    *(
        row(
            id=f"az.{tool}.definitions",
            legacy=_names(tool, "definitions"),
            target="PromptAgentDefinition(tools=[tool])",
            notes=(
                "The tool itself goes into the list: a.definitions + b.definitions becomes [a, b]."
            ),
        )
        for tool in _TOOLS
    ),
    *(
        row(
            id=f"az.{tool}.resources",
            legacy=_names(tool, "resources"),
            target="PromptAgentDefinition(tools=[tool])",
            notes="Dropped: resources are fields of the tool.",
        )
        for tool in _TOOLS
    ),
    *(
        row(
            id=f"az.{tool}.execute",
            legacy=_names(tool, "execute"),
            target=None,
            blocked="the service runs this tool: there is nothing to execute in the client",
        )
        for tool in _TOOLS
    ),
    *(
        row(
            id=f"az.{tool}.{member}",
            legacy=_names(tool, member),
            target=None,
            blocked=reason,
        )
        for tool, reason in _GONE.items()
        for member in ("definitions", "resources", "execute")
    ),
)
