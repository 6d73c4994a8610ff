"""Tool helper classes of azure-ai-agents 1.x: same names as in the new SDK, other constructors."""

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

ROWS: tuple[Entry, ...] = (
    row(
        id="az.CodeInterpreterTool",
        legacy=("azure.ai.agents.models.CodeInterpreterTool",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam("
            "file_ids=[...]))"
        ),
        params={
            "file_ids": "container=AutoCodeInterpreterToolParam(file_ids=...)",
            "data_sources": "no counterpart: upload the files",
        },
        notes=(
            "Same name, other constructor. The container class was CodeInterpreterToolAuto up to "
            "2.0.0b3 and CodeInterpreterContainerAuto in 2.0.0b4."
        ),
        since="2.0.0",
    ),
    row(
        id="az.CodeInterpreterTool.add_file",
        legacy=("azure.ai.agents.models.CodeInterpreterTool.add_file",),
        target="tool.container.file_ids.append(file_id)",
        params={
            "file_id": "file_id",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
    ),
    row(
        id="az.CodeInterpreterTool.remove_file",
        legacy=("azure.ai.agents.models.CodeInterpreterTool.remove_file",),
        target="tool.container.file_ids.remove(file_id)",
        params={
            "file_id": "file_id",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
    ),
    row(
        id="az.CodeInterpreterTool.add_data_source",
        legacy=("azure.ai.agents.models.CodeInterpreterTool.add_data_source",),
        target=None,
        params={
            "data_source": "no counterpart",
        },
        blocked="Azure data sources have no counterpart: upload the files to a vector store",
    ),
    row(
        id="az.CodeInterpreterTool.remove_data_source",
        legacy=("azure.ai.agents.models.CodeInterpreterTool.remove_data_source",),
        target=None,
        params={
            "asset_identifier": "no counterpart",
        },
        blocked="Azure data sources have no counterpart: upload the files to a vector store",
    ),
    row(
        id="az.FileSearchTool",
        legacy=("azure.ai.agents.models.FileSearchTool",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "vector_store_ids=, now required and keyword-only",
        },
        notes="Same name, other constructor. The old tool kept a set, so the order was lost.",
    ),
    row(
        id="az.FileSearchTool.add_vector_store",
        legacy=("azure.ai.agents.models.FileSearchTool.add_vector_store",),
        target="tool.vector_store_ids.append(store_id)",
        params={
            "store_id": "store_id",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
    ),
    row(
        id="az.FileSearchTool.remove_vector_store",
        legacy=("azure.ai.agents.models.FileSearchTool.remove_vector_store",),
        target="tool.vector_store_ids.remove(store_id)",
        params={
            "store_id": "store_id",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
    ),
    row(
        id="az.AzureAISearchTool",
        legacy=("azure.ai.agents.models.AzureAISearchTool",),
        target=(
            "azure.ai.projects.models.AzureAISearchTool(azure_ai_search=AzureAISearchToolResource("
            "indexes=[AISearchIndexResource(...)]))"
        ),
        params={
            "index_connection_id": "AISearchIndexResource(project_connection_id=...)",
            "index_name": "AISearchIndexResource(index_name=...)",
            "query_type": 'AISearchIndexResource(query_type=...); it was "simple" by default',
            "top_k": "AISearchIndexResource(top_k=...); it was 5 by default",
            "filter": "AISearchIndexResource(filter=...)",
            "index_asset_id": "AISearchIndexResource(index_asset_id=...)",
        },
        notes="Same name, other constructor. AzureAISearchAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.BingGroundingTool",
        legacy=("azure.ai.agents.models.BingGroundingTool",),
        target=(
            "azure.ai.projects.models.BingGroundingTool("
            "bing_grounding=BingGroundingSearchToolParameters(search_configurations=[...]))"
        ),
        params={
            "connection_id": "BingGroundingSearchConfiguration(project_connection_id=...)",
            "market": "BingGroundingSearchConfiguration(market=...)",
            "set_lang": "BingGroundingSearchConfiguration(set_lang=...)",
            "count": "BingGroundingSearchConfiguration(count=...); it was 5 by default",
            "freshness": "BingGroundingSearchConfiguration(freshness=...)",
        },
        notes="Same name, other constructor. BingGroundingAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.BingCustomSearchTool",
        legacy=(
            "azure.ai.agents.models.BingCustomSearchTool",
            "azure.ai.projects.models.BingCustomSearchTool",
        ),
        target=(
            "azure.ai.projects.models.BingCustomSearchPreviewTool("
            "bing_custom_search_preview=BingCustomSearchToolParameters(search_configurations=[..."
            "]))"
        ),
        params={
            "connection_id": "BingCustomSearchConfiguration(project_connection_id=...)",
            "instance_name": "BingCustomSearchConfiguration(instance_name=...)",
            "market": "BingCustomSearchConfiguration(market=...)",
            "set_lang": "BingCustomSearchConfiguration(set_lang=...)",
            "count": "BingCustomSearchConfiguration(count=...)",
            "freshness": "BingCustomSearchConfiguration(freshness=...)",
        },
        notes="BingCustomSearchAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.OpenApiTool",
        legacy=("azure.ai.agents.models.OpenApiTool",),
        target=(
            "azure.ai.projects.models.OpenApiTool(openapi=OpenApiFunctionDefinition(name=..., "
            "spec=..., auth=...))"
        ),
        params={
            "name": "OpenApiFunctionDefinition(name=...)",
            "description": "OpenApiFunctionDefinition(description=...)",
            "spec": "OpenApiFunctionDefinition(spec=...)",
            "auth": (
                "OpenApiFunctionDefinition(auth=...); connection auth is "
                "OpenApiProjectConnectionAuthDetails"
            ),
            "default_parameters": "OpenApiFunctionDefinition(default_params=...)",
        },
        notes=(
            "Same name, other constructor; one tool for each API. OpenApiAgentTool up to 2.0.0b3."
        ),
        since="2.0.0b4",
    ),
    row(
        id="az.OpenApiTool.add_definition",
        legacy=("azure.ai.agents.models.OpenApiTool.add_definition",),
        target="tools.append(OpenApiTool(openapi=OpenApiFunctionDefinition(...)))",
        params={
            "name": "name=",
            "description": "description=",
            "spec": "spec=",
            "auth": "auth=",
            "default_parameters": "default_params=",
        },
        since="2.0.0b4",
    ),
    row(
        id="az.OpenApiTool.remove_definition",
        legacy=("azure.ai.agents.models.OpenApiTool.remove_definition",),
        target="tools = [tool for tool in tools if tool.openapi.name != name]",
        params={
            "name": "tool.openapi.name",
        },
    ),
    row(
        id="az.AzureFunctionTool",
        legacy=("azure.ai.agents.models.AzureFunctionTool",),
        target=(
            "azure.ai.projects.models.AzureFunctionTool(azure_function=AzureFunctionDefinition("
            "function=..., input_binding=..., output_binding=...))"
        ),
        params={
            "name": "AzureFunctionDefinitionFunction(name=...)",
            "description": "AzureFunctionDefinitionFunction(description=...)",
            "parameters": "AzureFunctionDefinitionFunction(parameters=...)",
            "input_queue": "input_binding=AzureFunctionBinding(storage_queue=...)",
            "output_queue": "output_binding=AzureFunctionBinding(storage_queue=...)",
        },
        notes="Same name, other constructor. AzureFunctionAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.FabricTool",
        legacy=("azure.ai.agents.models.FabricTool", "azure.ai.projects.models.FabricTool"),
        target=(
            "azure.ai.projects.models.MicrosoftFabricPreviewTool("
            "fabric_dataagent_preview=FabricDataAgentToolParameters(project_connections=[...]))"
        ),
        params={
            "connection_id": "ToolProjectConnection(project_connection_id=...)",
        },
        notes="MicrosoftFabricAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.SharepointTool",
        legacy=("azure.ai.agents.models.SharepointTool", "azure.ai.projects.models.SharepointTool"),
        target=(
            "azure.ai.projects.models.SharepointPreviewTool("
            "sharepoint_grounding_preview=SharepointGroundingToolParameters(project_connections=[.."
            ".]))"
        ),
        params={
            "connection_id": "ToolProjectConnection(project_connection_id=...)",
        },
        notes="SharepointAgentTool up to 2.0.0b3.",
        since="2.0.0b4",
    ),
    row(
        id="az.BrowserAutomationTool",
        legacy=("azure.ai.agents.models.BrowserAutomationTool",),
        target=(
            "azure.ai.projects.models.BrowserAutomationPreviewTool("
            "browser_automation_preview=BrowserAutomationToolParameters(connection=...))"
        ),
        params={
            "connection_id": (
                "BrowserAutomationToolConnectionParameters(project_connection_id=...)"
            ),
        },
        notes=(
            "BrowserAutomationTool(browser_automation=...) exists since 2.8.0; "
            "BrowserAutomationAgentTool up to 2.0.0b3."
        ),
        since="2.0.0b4",
    ),
    row(
        id="az.ComputerUseTool",
        legacy=("azure.ai.agents.models.ComputerUseTool",),
        target=(
            "azure.ai.projects.models.ComputerUsePreviewTool(environment=..., display_width=..., "
            "display_height=...)"
        ),
        params={
            "display_width": "display_width=",
            "display_height": "display_height=",
            "environment": "environment=",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.ConnectedAgentTool",
        legacy=(
            "azure.ai.agents.models.ConnectedAgentTool",
            "azure.ai.projects.models.ConnectedAgentTool",
        ),
        target=None,
        params={
            "id": "no counterpart",
            "name": "no counterpart",
            "description": "no counterpart",
        },
        blocked=(
            "connected agents do not exist in the new service: offer the other agent over A2A "
            "(A2APreviewTool) or use a workflow agent"
        ),
    ),
    row(
        id="az.DeepResearchTool",
        legacy=("azure.ai.agents.models.DeepResearchTool",),
        target=None,
        params={
            "bing_grounding_connection_id": "no counterpart",
            "deep_research_model": "no counterpart",
        },
        blocked=(
            "the new service has no deep research tool: call a deep research model with "
            "WebSearchTool"
        ),
    ),
    row(
        id="az.McpTool",
        legacy=("azure.ai.agents.models.McpTool",),
        target=(
            "azure.ai.projects.models.MCPTool(server_label=..., server_url=..., allowed_tools=..., "
            "require_approval=...)"
        ),
        params={
            "server_label": "server_label=",
            "server_url": "server_url=",
            "allowed_tools": "allowed_tools=",
        },
        notes=(
            "Headers and the approval mode went with each run; now they are fixed in the "
            "definition. project_connection_id= keeps secrets out of it."
        ),
    ),
    row(
        id="az.McpTool.allow_tool",
        legacy=("azure.ai.agents.models.McpTool.allow_tool",),
        target="MCPTool(allowed_tools=[...])",
        params={
            "tool_name": "allowed_tools=",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
    ),
    row(
        id="az.McpTool.disallow_tool",
        legacy=("azure.ai.agents.models.McpTool.disallow_tool",),
        target="MCPTool(allowed_tools=[...])",
        params={
            "tool_name": "allowed_tools=",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
    ),
    row(
        id="az.McpTool.allowed_tools",
        legacy=("azure.ai.agents.models.McpTool.allowed_tools",),
        target="tool.allowed_tools",
    ),
    row(
        id="az.McpTool.headers",
        legacy=("azure.ai.agents.models.McpTool.headers",),
        target="tool.headers",
    ),
    row(
        id="az.McpTool.server_label",
        legacy=("azure.ai.agents.models.McpTool.server_label",),
        target="tool.server_label",
    ),
    row(
        id="az.McpTool.server_url",
        legacy=("azure.ai.agents.models.McpTool.server_url",),
        target="tool.server_url",
    ),
    row(
        id="az.McpTool.set_approval_mode",
        legacy=("azure.ai.agents.models.McpTool.set_approval_mode",),
        target='MCPTool(require_approval="never")',
        params={
            "require_approval": "require_approval=",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
    ),
    row(
        id="az.McpTool.update_headers",
        legacy=("azure.ai.agents.models.McpTool.update_headers",),
        target="MCPTool(headers={...})",
        params={
            "key": "headers=",
            "value": "headers=",
        },
        notes=(
            "Before create_version: headers are stored with the version. project_connection_id= "
            "keeps secrets out of it."
        ),
    ),
    row(
        id="az.Tool",
        legacy=("azure.ai.agents.models.Tool",),
        target="azure.ai.projects.models.Tool",
        notes="The old class was an abstract helper; the new one is a plain model.",
    ),
    row(
        id="az.get_tool_definitions",
        legacy=("azure.ai.agents.models.get_tool_definitions",),
        target="PromptAgentDefinition(tools=[...])",
        params={
            "tools": "the list itself",
        },
        notes="azure-ai-agents 1.2.0b4 and later.",
    ),
    row(
        id="az.get_tool_resources",
        legacy=("azure.ai.agents.models.get_tool_resources",),
        target="PromptAgentDefinition(tools=[...])",
        params={
            "tools": "the list itself: resources are fields of the tools",
        },
        notes="azure-ai-agents 1.2.0b4 and later.",
    ),
)
