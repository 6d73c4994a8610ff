"""Tool definitions and resources of azure-ai-agents 1.x: the models behind the helpers."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS301",
    kind=Kind.TOOL,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; azure-ai-projects 2.10.0: "
        "azure/ai/projects/models/_models.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.AISearchIndexResource",
        legacy=("azure.ai.agents.models.AISearchIndexResource",),
        target="azure.ai.projects.models.AISearchIndexResource",
        params={
            "index_connection_id": "project_connection_id",
            "index_name": "unchanged",
            "query_type": "unchanged",
            "top_k": "unchanged",
            "filter": "unchanged",
            "index_asset_id": "unchanged",
        },
    ),
    row(
        id="az.AzureAISearchToolDefinition",
        legacy=(
            "azure.ai.agents.models.AzureAISearchToolDefinition",
            "azure.ai.projects.models.AzureAISearchToolDefinition",
        ),
        target=(
            "azure.ai.projects.models.AzureAISearchTool(azure_ai_search=AzureAISearchToolResource("
            "indexes=[...]))"
        ),
        params={
            "type": "dropped: the class implies it",
        },
        notes="AzureAISearchAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.AzureAISearchToolResource",
        legacy=("azure.ai.agents.models.AzureAISearchToolResource",),
        target="azure.ai.projects.models.AzureAISearchToolResource",
        params={
            "index_list": "indexes",
        },
        notes="Same name, in another package; the field is renamed.",
    ),
    row(
        id="az.AzureFunctionBinding",
        legacy=("azure.ai.agents.models.AzureFunctionBinding",),
        target="azure.ai.projects.models.AzureFunctionBinding",
        params={
            "type": "unchanged",
            "storage_queue": "unchanged",
        },
    ),
    row(
        id="az.AzureFunctionDefinition",
        legacy=("azure.ai.agents.models.AzureFunctionDefinition",),
        target="azure.ai.projects.models.AzureFunctionDefinition",
        params={
            "function": "function=AzureFunctionDefinitionFunction(...)",
            "input_binding": "unchanged",
            "output_binding": "unchanged",
        },
    ),
    row(
        id="az.AzureFunctionStorageQueue",
        legacy=("azure.ai.agents.models.AzureFunctionStorageQueue",),
        target="azure.ai.projects.models.AzureFunctionStorageQueue",
        params={
            "storage_service_endpoint": "queue_service_endpoint",
            "queue_name": "unchanged",
        },
        notes="Only the Python name changes; the wire had it already.",
    ),
    row(
        id="az.AzureFunctionToolDefinition",
        legacy=(
            "azure.ai.agents.models.AzureFunctionToolDefinition",
            "azure.ai.projects.models.AzureFunctionToolDefinition",
        ),
        target="azure.ai.projects.models.AzureFunctionTool(azure_function=...)",
        params={
            "type": "dropped: the class implies it",
            "azure_function": "unchanged",
        },
        notes="AzureFunctionAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.BingCustomSearchConfiguration",
        legacy=("azure.ai.agents.models.BingCustomSearchConfiguration",),
        target="azure.ai.projects.models.BingCustomSearchConfiguration",
        params={
            "connection_id": "project_connection_id",
            "instance_name": "unchanged",
            "market": "unchanged",
            "set_lang": "unchanged",
            "count": "unchanged",
            "freshness": "unchanged",
        },
    ),
    row(
        id="az.BingCustomSearchToolDefinition",
        legacy=(
            "azure.ai.agents.models.BingCustomSearchToolDefinition",
            "azure.ai.projects.models.BingCustomSearchToolDefinition",
        ),
        target=(
            "azure.ai.projects.models.BingCustomSearchPreviewTool(bing_custom_search_preview=...)"
        ),
        params={
            "type": "dropped: the class implies it",
            "bing_custom_search": "bing_custom_search_preview",
        },
        notes=(
            'The type is now "bing_custom_search_preview". BingCustomSearchAgentTool up to 2.0.0b3.'
        ),
        since="2.0.0b4",
    ),
    row(
        id="az.BingCustomSearchToolParameters",
        legacy=("azure.ai.agents.models.BingCustomSearchToolParameters",),
        target="azure.ai.projects.models.BingCustomSearchToolParameters",
        params={
            "search_configurations": "unchanged",
        },
    ),
    row(
        id="az.BingGroundingSearchConfiguration",
        legacy=("azure.ai.agents.models.BingGroundingSearchConfiguration",),
        target="azure.ai.projects.models.BingGroundingSearchConfiguration",
        params={
            "connection_id": "project_connection_id",
            "market": "unchanged",
            "set_lang": "unchanged",
            "count": "unchanged",
            "freshness": "unchanged",
        },
    ),
    row(
        id="az.BingGroundingSearchToolParameters",
        legacy=("azure.ai.agents.models.BingGroundingSearchToolParameters",),
        target="azure.ai.projects.models.BingGroundingSearchToolParameters",
        params={
            "search_configurations": "unchanged",
        },
    ),
    row(
        id="az.BingGroundingToolDefinition",
        legacy=(
            "azure.ai.agents.models.BingGroundingToolDefinition",
            "azure.ai.projects.models.BingGroundingToolDefinition",
        ),
        target="azure.ai.projects.models.BingGroundingTool(bing_grounding=...)",
        params={
            "type": "dropped: the class implies it",
            "bing_grounding": "unchanged",
        },
        notes="BingGroundingAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.BrowserAutomationToolConnectionParameters",
        legacy=("azure.ai.agents.models.BrowserAutomationToolConnectionParameters",),
        target="azure.ai.projects.models.BrowserAutomationToolConnectionParameters",
        params={
            "id": "project_connection_id",
        },
    ),
    row(
        id="az.BrowserAutomationToolDefinition",
        legacy=("azure.ai.agents.models.BrowserAutomationToolDefinition",),
        target=(
            "azure.ai.projects.models.BrowserAutomationPreviewTool(browser_automation_preview=...)"
        ),
        params={
            "type": "dropped: the class implies it",
            "browser_automation": "browser_automation_preview=",
        },
        notes="Since 2.8.0 there is BrowserAutomationTool(browser_automation=...) too.",
        since="2.0.0b4",
    ),
    row(
        id="az.BrowserAutomationToolParameters",
        legacy=("azure.ai.agents.models.BrowserAutomationToolParameters",),
        target="azure.ai.projects.models.BrowserAutomationToolParameters",
        params={
            "connection": "unchanged",
        },
    ),
    row(
        id="az.CodeInterpreterToolDefinition",
        legacy=(
            "azure.ai.agents.models.CodeInterpreterToolDefinition",
            "azure.ai.projects.models.CodeInterpreterToolDefinition",
        ),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam("
            "file_ids=[...]))"
        ),
        params={
            "type": "dropped: the class implies it",
        },
        notes=(
            'As a dictionary: {"type": "code_interpreter", "container": {"type": "auto", '
            '"file_ids": [...]}}.'
        ),
        since="2.0.0",
    ),
    row(
        id="az.CodeInterpreterToolResource",
        legacy=(
            "azure.ai.agents.models.CodeInterpreterToolResource",
            "azure.ai.projects.models.CodeInterpreterToolResource",
        ),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam",
        params={
            "file_ids": "unchanged",
            "data_sources": "no counterpart",
        },
        notes="CodeInterpreterToolAuto up to 2.0.0b3, CodeInterpreterContainerAuto in 2.0.0b4.",
        since="2.0.0",
    ),
    row(
        id="az.ComputerUseToolDefinition",
        legacy=("azure.ai.agents.models.ComputerUseToolDefinition",),
        target=(
            "azure.ai.projects.models.ComputerUsePreviewTool(environment=..., display_width=..., "
            "display_height=...)"
        ),
        params={
            "type": "dropped: the class implies it",
            "computer_use_preview": "environment=, display_width=, display_height=",
        },
        notes="The nested object is flattened.",
    ),
    row(
        id="az.ComputerUseToolParameters",
        legacy=("azure.ai.agents.models.ComputerUseToolParameters",),
        target="azure.ai.projects.models.ComputerUsePreviewTool",
        params={
            "display_width": "unchanged",
            "display_height": "unchanged",
            "environment": "unchanged",
        },
    ),
    row(
        id="az.ConnectedAgentDetails",
        legacy=(
            "azure.ai.agents.models.ConnectedAgentDetails",
            "azure.ai.projects.models.ConnectedAgentDetails",
        ),
        target=None,
        blocked=(
            "connected agents do not exist in the new service: offer the other agent over A2A "
            "(A2APreviewTool) or use a workflow agent"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.ConnectedAgentToolDefinition",
        legacy=(
            "azure.ai.agents.models.ConnectedAgentToolDefinition",
            "azure.ai.projects.models.ConnectedAgentToolDefinition",
        ),
        target=None,
        blocked=(
            "connected agents do not exist in the new service: offer the other agent over A2A "
            "(A2APreviewTool) or use a workflow agent"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.DeepResearchBingGroundingConnection",
        legacy=("azure.ai.agents.models.DeepResearchBingGroundingConnection",),
        target=None,
        blocked=(
            "the new service has no deep research tool: call a deep research model with "
            "WebSearchTool"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.DeepResearchDetails",
        legacy=("azure.ai.agents.models.DeepResearchDetails",),
        target=None,
        blocked=(
            "the new service has no deep research tool: call a deep research model with "
            "WebSearchTool"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.DeepResearchToolDefinition",
        legacy=("azure.ai.agents.models.DeepResearchToolDefinition",),
        target=None,
        blocked=(
            "the new service has no deep research tool: call a deep research model with "
            "WebSearchTool"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.FabricDataAgentToolParameters",
        legacy=("azure.ai.agents.models.FabricDataAgentToolParameters",),
        target="azure.ai.projects.models.FabricDataAgentToolParameters",
        params={
            "connection_list": "project_connections",
        },
    ),
    row(
        id="az.FileSearchRankingOptions",
        legacy=(
            "azure.ai.agents.models.FileSearchRankingOptions",
            "azure.ai.projects.models.FileSearchRankingOptions",
        ),
        target="azure.ai.projects.models.RankingOptions",
        params={
            "ranker": "unchanged",
            "score_threshold": "unchanged",
        },
        notes='The values of ranker differ: "auto" and "default-2024-11-15".',
    ),
    row(
        id="az.FileSearchToolDefinition",
        legacy=(
            "azure.ai.agents.models.FileSearchToolDefinition",
            "azure.ai.projects.models.FileSearchToolDefinition",
        ),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "type": "dropped: the class implies it",
            "file_search": "max_num_results=, ranking_options=",
        },
    ),
    row(
        id="az.FileSearchToolDefinitionDetails",
        legacy=(
            "azure.ai.agents.models.FileSearchToolDefinitionDetails",
            "azure.ai.projects.models.FileSearchToolDefinitionDetails",
        ),
        target="azure.ai.projects.models.FileSearchTool",
        params={
            "max_num_results": "unchanged",
            "ranking_options": "ranking_options=RankingOptions(...)",
        },
    ),
    row(
        id="az.FileSearchToolResource",
        legacy=(
            "azure.ai.agents.models.FileSearchToolResource",
            "azure.ai.projects.models.FileSearchToolResource",
        ),
        target="azure.ai.projects.models.FileSearchTool",
        params={
            "vector_store_ids": "unchanged",
            "vector_stores": "no counterpart: create the vector store first",
        },
    ),
    row(
        id="az.FunctionDefinition",
        legacy=(
            "azure.ai.agents.models.FunctionDefinition",
            "azure.ai.projects.models.FunctionDefinition",
        ),
        target=(
            "azure.ai.projects.models.FunctionTool(name=..., description=..., parameters=..., "
            "strict=False)"
        ),
        params={
            "name": "unchanged",
            "description": "unchanged",
            "parameters": "unchanged",
        },
        notes=(
            "Un-nested; parameters= and strict= are required. Inside an Azure function it is "
            "AzureFunctionDefinitionFunction."
        ),
    ),
    row(
        id="az.FunctionToolDefinition",
        legacy=(
            "azure.ai.agents.models.FunctionToolDefinition",
            "azure.ai.projects.models.FunctionToolDefinition",
        ),
        target=(
            "azure.ai.projects.models.FunctionTool(name=..., description=..., parameters=..., "
            "strict=False)"
        ),
        params={
            "type": "dropped: the class implies it",
            "function": "name=, description=, parameters=, strict=False",
        },
        notes=(
            "Un-nested; parameters= and strict= are required. strict=False keeps the old behaviour."
        ),
    ),
    row(
        id="az.MCPApprovalPerTool",
        legacy=("azure.ai.agents.models.MCPApprovalPerTool",),
        target="azure.ai.projects.models.MCPToolRequireApproval",
        params={
            "never": "never=MCPToolFilter(tool_names=...)",
            "always": "always=MCPToolFilter(tool_names=...)",
        },
        since="2.0.0b4",
    ),
    row(
        id="az.MCPToolDefinition",
        legacy=("azure.ai.agents.models.MCPToolDefinition",),
        target="azure.ai.projects.models.MCPTool",
        params={
            "type": "dropped: the class implies it",
            "server_label": "unchanged",
            "server_url": "unchanged",
            "allowed_tools": "unchanged",
        },
    ),
    row(
        id="az.MCPToolList",
        legacy=("azure.ai.agents.models.MCPToolList",),
        target="azure.ai.projects.models.MCPToolFilter",
        params={
            "tool_names": "unchanged",
        },
        since="2.0.0b4",
    ),
    row(
        id="az.MCPToolResource",
        legacy=("azure.ai.agents.models.MCPToolResource",),
        target="azure.ai.projects.models.MCPTool(headers=..., require_approval=...)",
        params={
            "server_label": "unchanged",
            "headers": (
                "headers=, fixed in the definition; prefer project_connection_id= for secrets"
            ),
            "require_approval": "unchanged",
        },
    ),
    row(
        id="az.MicrosoftFabricToolDefinition",
        legacy=(
            "azure.ai.agents.models.MicrosoftFabricToolDefinition",
            "azure.ai.projects.models.MicrosoftFabricToolDefinition",
        ),
        target=(
            "azure.ai.projects.models.MicrosoftFabricPreviewTool("
            "fabric_dataagent_preview=FabricDataAgentToolParameters(...))"
        ),
        params={
            "type": "dropped: the class implies it",
            "fabric_dataagent": "fabric_dataagent_preview",
        },
        notes="MicrosoftFabricAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.OpenApiAnonymousAuthDetails",
        legacy=("azure.ai.agents.models.OpenApiAnonymousAuthDetails",),
        target="azure.ai.projects.models.OpenApiAnonymousAuthDetails",
        params={
            "type": "unchanged",
        },
        notes="Only the package changes.",
    ),
    row(
        id="az.OpenApiAuthDetails",
        legacy=("azure.ai.agents.models.OpenApiAuthDetails",),
        target="azure.ai.projects.models.OpenApiAuthDetails",
        params={
            "type": "unchanged",
        },
    ),
    row(
        id="az.OpenApiConnectionAuthDetails",
        legacy=(
            "azure.ai.agents.models.OpenApiConnectionAuthDetails",
            "azure.ai.projects.models.OpenApiConnectionAuthDetails",
        ),
        target="azure.ai.projects.models.OpenApiProjectConnectionAuthDetails",
        params={
            "type": "unchanged",
            "security_scheme": "security_scheme=OpenApiProjectConnectionSecurityScheme(...)",
        },
        notes='The type "connection" is now "project_connection".',
    ),
    row(
        id="az.OpenApiConnectionSecurityScheme",
        legacy=(
            "azure.ai.agents.models.OpenApiConnectionSecurityScheme",
            "azure.ai.projects.models.OpenApiConnectionSecurityScheme",
        ),
        target="azure.ai.projects.models.OpenApiProjectConnectionSecurityScheme",
        params={
            "connection_id": "project_connection_id",
        },
    ),
    row(
        id="az.OpenApiFunctionDefinition",
        legacy=("azure.ai.agents.models.OpenApiFunctionDefinition",),
        target="azure.ai.projects.models.OpenApiFunctionDefinition",
        params={
            "name": "unchanged",
            "description": "unchanged",
            "spec": "unchanged",
            "auth": "unchanged",
            "default_params": "unchanged",
            "functions": "functions, read-only",
        },
    ),
    row(
        id="az.OpenApiManagedAuthDetails",
        legacy=("azure.ai.agents.models.OpenApiManagedAuthDetails",),
        target="azure.ai.projects.models.OpenApiManagedAuthDetails",
        params={
            "type": "unchanged",
            "security_scheme": "unchanged",
        },
    ),
    row(
        id="az.OpenApiManagedSecurityScheme",
        legacy=("azure.ai.agents.models.OpenApiManagedSecurityScheme",),
        target="azure.ai.projects.models.OpenApiManagedSecurityScheme",
        params={
            "audience": "unchanged",
        },
    ),
    row(
        id="az.OpenApiToolDefinition",
        legacy=(
            "azure.ai.agents.models.OpenApiToolDefinition",
            "azure.ai.projects.models.OpenApiToolDefinition",
        ),
        target="azure.ai.projects.models.OpenApiTool(openapi=OpenApiFunctionDefinition(...))",
        params={
            "type": "dropped: the class implies it",
            "openapi": "unchanged",
        },
        notes="OpenApiAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.SharepointGroundingToolParameters",
        legacy=("azure.ai.agents.models.SharepointGroundingToolParameters",),
        target="azure.ai.projects.models.SharepointGroundingToolParameters",
        params={
            "connection_list": "project_connections",
        },
    ),
    row(
        id="az.SharepointToolDefinition",
        legacy=(
            "azure.ai.agents.models.SharepointToolDefinition",
            "azure.ai.projects.models.SharepointToolDefinition",
        ),
        target=(
            "azure.ai.projects.models.SharepointPreviewTool("
            "sharepoint_grounding_preview=SharepointGroundingToolParameters(...))"
        ),
        params={
            "type": "dropped: the class implies it",
            "sharepoint_grounding": "sharepoint_grounding_preview",
        },
        notes="SharepointAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.ToolConnection",
        legacy=("azure.ai.agents.models.ToolConnection", "azure.ai.projects.models.ToolConnection"),
        target="azure.ai.projects.models.ToolProjectConnection",
        params={
            "connection_id": "project_connection_id",
        },
    ),
    row(
        id="az.ToolDefinition",
        legacy=("azure.ai.agents.models.ToolDefinition", "azure.ai.projects.models.ToolDefinition"),
        target="azure.ai.projects.models.Tool",
        params={
            "type": "unchanged",
        },
    ),
    row(
        id="az.ToolResources",
        legacy=("azure.ai.agents.models.ToolResources", "azure.ai.projects.models.ToolResources"),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
            "azure_ai_search": (
                "AzureAISearchTool(azure_ai_search=AzureAISearchToolResource(indexes=...))"
            ),
            "mcp": "MCPTool(headers=..., require_approval=...)",
        },
        notes="Each resource is a field of its tool: vector_store_ids=, container=, ...",
    ),
)
