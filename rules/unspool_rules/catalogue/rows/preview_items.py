"""Copies of openai types that azure-ai-projects 2.0.0b1 to b3 exported: items, content, events."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.PREVIEW,
    code="UNS701",
    kind=Kind.MODEL,
    source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    until="2.0.0b4",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="preview.ContainerAppAgentDefinition",
        legacy=("azure.ai.projects.models.ContainerAppAgentDefinition",),
        target=None,
        blocked="removed without a successor: the client takes and returns the types of openai",
    ),
    row(
        id="preview.LocalShellTool",
        legacy=("azure.ai.projects.models.LocalShellTool",),
        target="azure.ai.projects.models.LocalShellToolParam",
        since="2.0.0b4",
    ),
    row(
        id="preview.Location",
        legacy=("azure.ai.projects.models.Location",),
        target="azure.ai.projects.models.ApproximateLocation",
        since="2.0.0b4",
    ),
    row(
        id="preview.MCPToolAllowedTools1",
        legacy=("azure.ai.projects.models.MCPToolAllowedTools1",),
        target="azure.ai.projects.models.MCPToolFilter",
        since="2.0.0b4",
    ),
    row(
        id="preview.MCPToolRequireApproval1",
        legacy=("azure.ai.projects.models.MCPToolRequireApproval1",),
        target="azure.ai.projects.models.MCPToolRequireApproval",
        since="2.0.0b4",
    ),
    row(
        id="preview.MCPToolRequireApprovalAlways",
        legacy=("azure.ai.projects.models.MCPToolRequireApprovalAlways",),
        target="azure.ai.projects.models.MCPToolFilter",
        since="2.0.0b4",
    ),
    row(
        id="preview.MCPToolRequireApprovalNever",
        legacy=("azure.ai.projects.models.MCPToolRequireApprovalNever",),
        target="azure.ai.projects.models.MCPToolFilter",
        since="2.0.0b4",
    ),
    row(
        id="preview.ResponseTextFormatConfigurationType",
        legacy=("azure.ai.projects.models.ResponseTextFormatConfigurationType",),
        target="azure.ai.projects.models.TextResponseFormatConfigurationType",
        since="2.0.0b4",
    ),
)
