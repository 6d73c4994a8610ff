"""Names that azure-ai-projects 2.0.0b1 to b3 had and later versions renamed, moved or removed.

`A2ATool` is missing on purpose: it became `A2APreviewTool` in 2.0.0b4, and 2.5.0 added a new class
of the old name. Missing too are the copies of openai types that these versions exported and that
nobody imports from there.
"""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.PREVIEW,
    code="UNS701",
    kind=Kind.MODEL,
    source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b4",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="preview.AzureAISearchAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.AzureAISearchAgentTool",),
        target="azure.ai.projects.models.AzureAISearchTool",
        notes="Renamed; the constructor is the same.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.AzureFunctionAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.AzureFunctionAgentTool",),
        target="azure.ai.projects.models.AzureFunctionTool",
        notes="Renamed; the constructor is the same.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.BingGroundingAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.BingGroundingAgentTool",),
        target="azure.ai.projects.models.BingGroundingTool",
        notes="Renamed; the constructor is the same.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.OpenApiAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.OpenApiAgentTool",),
        target="azure.ai.projects.models.OpenApiTool",
        notes="Renamed; the constructor is the same.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.BingCustomSearchAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.BingCustomSearchAgentTool",),
        target="azure.ai.projects.models.BingCustomSearchPreviewTool",
        notes="Renamed, as a tool in preview.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.BrowserAutomationAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.BrowserAutomationAgentTool",),
        target="azure.ai.projects.models.BrowserAutomationPreviewTool",
        notes="Renamed, as a tool in preview.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.MemorySearchTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.MemorySearchTool",),
        target="azure.ai.projects.models.MemorySearchPreviewTool",
        notes="Renamed, as a tool in preview.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.MicrosoftFabricAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.MicrosoftFabricAgentTool",),
        target="azure.ai.projects.models.MicrosoftFabricPreviewTool",
        notes="Renamed, as a tool in preview.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.SharepointAgentTool",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.SharepointAgentTool",),
        target="azure.ai.projects.models.SharepointPreviewTool",
        notes="Renamed, as a tool in preview.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.PromptAgentDefinitionText",
        legacy=("azure.ai.projects.models.PromptAgentDefinitionText",),
        target="azure.ai.projects.models.PromptAgentDefinitionTextOptions",
        notes="Renamed; the constructor is the same.",
        since="2.0.0b4",
        until="2.0.0b4",
    ),
    row(
        id="preview.EvaluationComparisonRequest",
        legacy=("azure.ai.projects.models.EvaluationComparisonRequest",),
        target="azure.ai.projects.models.EvaluationComparisonInsightRequest",
        notes="Renamed; InsightRequest is its base class now.",
        since="2.0.0b4",
        until="2.0.0b4",
        source=(
            "azure-ai-projects 2.10.0: azure/ai/projects/models/_models.py; CHANGELOG.md, 2.0.0b4"
        ),
    ),
    row(
        id="preview.AgentObject",
        legacy=("azure.ai.projects.models.AgentObject",),
        target="azure.ai.projects.models.AgentDetails",
        notes="Renamed.",
        since="2.0.0b3",
        until="2.0.0b3",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b3",
    ),
    row(
        id="preview.AgentVersionObject",
        legacy=("azure.ai.projects.models.AgentVersionObject",),
        target="azure.ai.projects.models.AgentVersionDetails",
        notes="Renamed.",
        since="2.0.0b3",
        until="2.0.0b3",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b3",
    ),
    row(
        id="preview.MemoryStoreObject",
        legacy=("azure.ai.projects.models.MemoryStoreObject",),
        target="azure.ai.projects.models.MemoryStoreDetails",
        notes="Renamed.",
        since="2.0.0b3",
        until="2.0.0b3",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b3",
    ),
    row(
        id="preview.CodeInterpreterToolAuto",
        legacy=("azure.ai.projects.models.CodeInterpreterToolAuto",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam",
        notes="CodeInterpreterContainerAuto in 2.0.0b4.",
        since="2.0.0",
        until="2.0.0b4",
        source=(
            "azure-ai-projects 2.0.0b4: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 2.0.0"
        ),
    ),
    row(
        id="preview.CodeInterpreterContainerAuto",
        legacy=("azure.ai.projects.models.CodeInterpreterContainerAuto",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam",
        notes="CodeInterpreterToolAuto up to 2.0.0b3.",
        since="2.0.0",
        until="2.0.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0",
    ),
    row(
        id="preview.ResponseTextFormatConfiguration",
        legacy=("azure.ai.projects.models.ResponseTextFormatConfiguration",),
        target="azure.ai.projects.models.TextResponseFormat",
        notes="Renamed.",
        since="2.0.0",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b4, 2.0.0: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.ResponseTextFormatConfigurationJsonObject",
        legacy=("azure.ai.projects.models.ResponseTextFormatConfigurationJsonObject",),
        target="azure.ai.projects.models.TextResponseFormatJsonObject",
        notes="Renamed.",
        since="2.0.0",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b4, 2.0.0: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.ResponseTextFormatConfigurationJsonSchema",
        legacy=("azure.ai.projects.models.ResponseTextFormatConfigurationJsonSchema",),
        target="azure.ai.projects.models.TextResponseFormatJsonSchema",
        notes="Renamed.",
        since="2.0.0",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b4, 2.0.0: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.ResponseTextFormatConfigurationText",
        legacy=("azure.ai.projects.models.ResponseTextFormatConfigurationText",),
        target="azure.ai.projects.models.TextResponseFormatText",
        notes="Renamed.",
        since="2.0.0",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b4, 2.0.0: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.TextResponseFormatConfiguration",
        legacy=("azure.ai.projects.models.TextResponseFormatConfiguration",),
        target="azure.ai.projects.models.TextResponseFormat",
        notes="Renamed.",
        since="2.0.0",
        until="2.0.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0",
    ),
    row(
        id="preview.TextResponseFormatConfigurationResponseFormatJsonObject",
        legacy=(
            "azure.ai.projects.models.TextResponseFormatConfigurationResponseFormatJsonObject",
        ),
        target="azure.ai.projects.models.TextResponseFormatJsonObject",
        notes="Renamed.",
        since="2.0.0",
        until="2.0.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0",
    ),
    row(
        id="preview.TextResponseFormatConfigurationResponseFormatText",
        legacy=("azure.ai.projects.models.TextResponseFormatConfigurationResponseFormatText",),
        target="azure.ai.projects.models.TextResponseFormatText",
        notes="Renamed.",
        since="2.0.0",
        until="2.0.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0",
    ),
    row(
        id="preview.FoundryFeaturesOptInKeys",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.FoundryFeaturesOptInKeys",),
        target="AIProjectClient(endpoint=..., credential=..., allow_preview=True)",
        notes=(
            "foundry_features= of single calls became allow_preview= of the client; hosted agents "
            "need neither since 2.3.0."
        ),
        since="2.0.0",
        until="2.0.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0",
    ),
    row(
        id="preview.Target",
        legacy=("azure.ai.projects.models.Target",),
        target="azure.ai.projects.models.EvaluationTarget",
        notes="Renamed.",
        since="2.2.0",
        until="2.2.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.2.0",
    ),
    row(
        id="preview.TargetConfig",
        legacy=("azure.ai.projects.models.TargetConfig",),
        target="azure.ai.projects.models.RedTeamTargetConfig",
        notes="Renamed.",
        since="2.2.0",
        until="2.2.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.2.0",
    ),
    row(
        id="preview.HumanEvaluationRuleAction",
        legacy=("azure.ai.projects.models.HumanEvaluationRuleAction",),
        target="azure.ai.projects.models.HumanEvaluationPreviewRuleAction",
        notes="Renamed.",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b4: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.AgentId",
        legacy=("azure.ai.projects.models.AgentId",),
        target="azure.ai.projects.models.AgentReference",
        notes="Name and version of an agent; a plain dictionary does as well.",
        since="2.8.0",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b4: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.ContainerAppAgentDefinition",
        legacy=("azure.ai.projects.models.ContainerAppAgentDefinition",),
        target=None,
        blocked="agents that live in a container app were removed: hosted agents take their place",
        until="2.1.0",
        source="azure-ai-projects 2.0.0, 2.1.0: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.AgentProtocol",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.AgentProtocol",),
        target="azure.ai.projects.models.AgentEndpointProtocol",
        notes="Replaced.",
        since="2.3.0",
        until="2.3.0",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.3.0",
    ),
    row(
        id="preview.ImageBasedHostedAgentDefinition",
        legacy=("azure.ai.projects.models.ImageBasedHostedAgentDefinition",),
        target="azure.ai.projects.models.HostedAgentDefinition(container_configuration=...)",
        notes="The image is part of the container configuration.",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b4: azure/ai/projects/models/_models.py",
    ),
    row(
        id="preview.agents.create",
        kind=Kind.CALL,
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create",
            "azure.ai.projects.aio.operations.AgentsOperations.create",
        ),
        target="project_client.agents.create_version(agent_name=..., definition=...)",
        params={
            "body": "body, unchanged",
            "name": "agent_name=",
            "definition": "definition=",
            "metadata": "metadata=",
            "description": "description=",
            "content_type": "dropped",
            "kwargs": "unchanged",
        },
        results={
            "AgentObject": (
                "an AgentVersionDetails: versions.latest is not there, the version is at hand"
            ),
        },
        since="2.0.0b1",
        until="2.0.0b4",
    ),
    row(
        id="preview.agents.update",
        kind=Kind.CALL,
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.update",
            "azure.ai.projects.aio.operations.AgentsOperations.update",
        ),
        target="project_client.agents.create_version(agent_name=..., definition=...)",
        params={
            "agent_name": "agent_name=",
            "body": "body, unchanged",
            "definition": "definition=",
            "metadata": "metadata=",
            "description": "description=",
            "content_type": "dropped",
            "kwargs": "unchanged",
        },
        results={
            "AgentObject": (
                "an AgentVersionDetails: versions.latest is not there, the version is at hand"
            ),
        },
        notes="update kept the version when nothing changed; create_version adds one every time.",
        since="2.0.0b1",
        until="2.0.0b4",
    ),
    row(
        id="preview.agents.create_from_manifest",
        kind=Kind.CALL,
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_from_manifest",
            "azure.ai.projects.aio.operations.AgentsOperations.create_from_manifest",
        ),
        target=(
            "project_client.agents.create_version_from_manifest(agent_name=..., manifest_id=..., "
            "parameter_values=...)"
        ),
        params={
            "body": "body, unchanged",
            "name": "agent_name=",
            "manifest_id": "manifest_id=",
            "parameter_values": "parameter_values=",
            "metadata": "metadata=",
            "description": "description=",
            "content_type": "dropped",
            "kwargs": "unchanged",
        },
        results={
            "AgentObject": (
                "an AgentVersionDetails: versions.latest is not there, the version is at hand"
            ),
        },
        since="2.0.0b1",
        until="2.0.0b4",
    ),
    row(
        id="preview.agents.update_from_manifest",
        kind=Kind.CALL,
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.update_from_manifest",
            "azure.ai.projects.aio.operations.AgentsOperations.update_from_manifest",
        ),
        target=(
            "project_client.agents.create_version_from_manifest(agent_name=..., manifest_id=..., "
            "parameter_values=...)"
        ),
        params={
            "agent_name": "agent_name=",
            "body": "body, unchanged",
            "manifest_id": "manifest_id=",
            "parameter_values": "parameter_values=",
            "metadata": "metadata=",
            "description": "description=",
            "content_type": "dropped",
            "kwargs": "unchanged",
        },
        results={
            "AgentObject": (
                "an AgentVersionDetails: versions.latest is not there, the version is at hand"
            ),
        },
        since="2.0.0b1",
        until="2.0.0b4",
    ),
    row(
        id="preview.LocalShellTool",
        legacy=("azure.ai.projects.models.LocalShellTool",),
        target="azure.ai.projects.models.LocalShellToolParam",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    ),
    row(
        id="preview.Location",
        legacy=("azure.ai.projects.models.Location",),
        target="azure.ai.projects.models.ApproximateLocation",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    ),
    row(
        id="preview.MCPToolAllowedTools1",
        legacy=("azure.ai.projects.models.MCPToolAllowedTools1",),
        target="azure.ai.projects.models.MCPToolFilter",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    ),
    row(
        id="preview.MCPToolRequireApproval1",
        legacy=("azure.ai.projects.models.MCPToolRequireApproval1",),
        target="azure.ai.projects.models.MCPToolRequireApproval",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    ),
    row(
        id="preview.MCPToolRequireApprovalAlways",
        legacy=("azure.ai.projects.models.MCPToolRequireApprovalAlways",),
        target="azure.ai.projects.models.MCPToolFilter",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    ),
    row(
        id="preview.MCPToolRequireApprovalNever",
        legacy=("azure.ai.projects.models.MCPToolRequireApprovalNever",),
        target="azure.ai.projects.models.MCPToolFilter",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    ),
    row(
        id="preview.ResponseTextFormatConfigurationType",
        legacy=("azure.ai.projects.models.ResponseTextFormatConfigurationType",),
        target="azure.ai.projects.models.TextResponseFormatConfigurationType",
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.0.0b3, 2.0.0b4: azure/ai/projects/models/__init__.py",
    ),
)
