"""Names that a legacy azure-ai-projects and azure-ai-projects 2.x both have.

A name alone does not tell which one is meant, so `index.lookup` leaves these rows out and
`index.shared` has them: they hold where something else in the file shows the old SDK.
"""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    code="UNS301",
    kind=Kind.TOOL,
    source="azure-ai-projects 1.0.0b10, 2.10.0: azure/ai/projects/models/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.AISearchIndexResource",
        legacy=("azure.ai.projects.models.AISearchIndexResource",),
        target="azure.ai.projects.models.AISearchIndexResource",
        params={
            "index_connection_id": "project_connection_id",
            "index_name": "unchanged",
            "query_type": "unchanged",
            "top_k": "unchanged",
            "filter": "unchanged",
            "index_asset_id": "unchanged",
        },
        notes="Same name, other constructor.",
    ),
    row(
        id="beta.AzureAISearchQueryType",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.AzureAISearchQueryType",),
        target="azure.ai.projects.models.AzureAISearchQueryType",
        results={
            "SIMPLE": "unchanged",
            "SEMANTIC": "unchanged",
            "VECTOR": "unchanged",
            "VECTOR_SIMPLE_HYBRID": "unchanged",
            "VECTOR_SEMANTIC_HYBRID": "unchanged",
        },
    ),
    row(
        id="beta.AzureAISearchTool",
        legacy=("azure.ai.projects.models.AzureAISearchTool",),
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
        notes="Same name, other constructor.",
        since="2.0.0b4",
    ),
    row(
        id="beta.AzureFunctionBinding",
        legacy=("azure.ai.projects.models.AzureFunctionBinding",),
        target="azure.ai.projects.models.AzureFunctionBinding",
        params={
            "type": "unchanged",
            "storage_queue": "unchanged",
        },
    ),
    row(
        id="beta.AzureFunctionDefinition",
        legacy=("azure.ai.projects.models.AzureFunctionDefinition",),
        target="azure.ai.projects.models.AzureFunctionDefinition",
        params={
            "function": "function=AzureFunctionDefinitionFunction(...)",
            "input_binding": "unchanged",
            "output_binding": "unchanged",
        },
        notes="Same name, other constructor.",
    ),
    row(
        id="beta.AzureFunctionStorageQueue",
        legacy=("azure.ai.projects.models.AzureFunctionStorageQueue",),
        target="azure.ai.projects.models.AzureFunctionStorageQueue",
        params={
            "storage_service_endpoint": "queue_service_endpoint",
            "queue_name": "unchanged",
        },
        notes="Same name, other constructor.",
    ),
    row(
        id="beta.AzureFunctionTool",
        legacy=("azure.ai.projects.models.AzureFunctionTool",),
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
        notes="Same name, other constructor.",
        since="2.0.0b4",
    ),
    row(
        id="beta.BingGroundingTool",
        legacy=("azure.ai.projects.models.BingGroundingTool",),
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
        notes="Same name, other constructor.",
        since="2.0.0b4",
    ),
    row(
        id="beta.CodeInterpreterTool",
        legacy=("azure.ai.projects.models.CodeInterpreterTool",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam("
            "file_ids=[...]))"
        ),
        params={
            "file_ids": "container=AutoCodeInterpreterToolParam(file_ids=...)",
            "data_sources": "no counterpart: upload the files",
        },
        notes="Same name, other constructor.",
        since="2.0.0",
    ),
    row(
        id="beta.FileSearchTool",
        legacy=("azure.ai.projects.models.FileSearchTool",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "vector_store_ids=, now required and keyword-only",
        },
        notes="Same name, other constructor.",
    ),
    row(
        id="beta.FunctionTool",
        code="UNS302",
        legacy=("azure.ai.projects.models.FunctionTool",),
        target=(
            "azure.ai.projects.models.FunctionTool(name=..., description=..., parameters=..., "
            "strict=False)"
        ),
        params={
            "functions": (
                "one FunctionTool for each function, and a dictionary of the functions by name"
            ),
        },
        notes="Same name, other constructor.",
    ),
    row(
        id="beta.OpenApiAnonymousAuthDetails",
        legacy=("azure.ai.projects.models.OpenApiAnonymousAuthDetails",),
        target="azure.ai.projects.models.OpenApiAnonymousAuthDetails",
        params={
            "type": "unchanged",
        },
    ),
    row(
        id="beta.OpenApiAuthDetails",
        legacy=("azure.ai.projects.models.OpenApiAuthDetails",),
        target="azure.ai.projects.models.OpenApiAuthDetails",
        params={
            "type": "unchanged",
        },
    ),
    row(
        id="beta.OpenApiAuthType",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.OpenApiAuthType",),
        target="azure.ai.projects.models.OpenApiAuthType",
        results={
            "ANONYMOUS": "unchanged",
            "CONNECTION": "PROJECT_CONNECTION",
            "MANAGED_IDENTITY": "unchanged",
        },
    ),
    row(
        id="beta.OpenApiFunctionDefinition",
        legacy=("azure.ai.projects.models.OpenApiFunctionDefinition",),
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
        id="beta.OpenApiManagedAuthDetails",
        legacy=("azure.ai.projects.models.OpenApiManagedAuthDetails",),
        target="azure.ai.projects.models.OpenApiManagedAuthDetails",
        params={
            "type": "unchanged",
            "security_scheme": "unchanged",
        },
    ),
    row(
        id="beta.OpenApiManagedSecurityScheme",
        legacy=("azure.ai.projects.models.OpenApiManagedSecurityScheme",),
        target="azure.ai.projects.models.OpenApiManagedSecurityScheme",
        params={
            "audience": "unchanged",
        },
    ),
    row(
        id="beta.OpenApiTool",
        legacy=("azure.ai.projects.models.OpenApiTool",),
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
        notes="Same name, other constructor.",
        since="2.0.0b4",
    ),
    row(
        id="beta.Tool",
        legacy=("azure.ai.projects.models.Tool",),
        target="azure.ai.projects.models.Tool",
        notes="Same name, other constructor.",
    ),
    row(
        id="beta.AIProjectClient",
        code="UNS401",
        kind=Kind.CLIENT,
        legacy=("azure.ai.projects.AIProjectClient", "azure.ai.projects.aio.AIProjectClient"),
        target="AIProjectClient(endpoint=..., credential=...)",
        params={
            "endpoint": (
                "the project endpoint: "
                "https://<account>.services.ai.azure.com/api/projects/<project>"
            ),
            "subscription_id": "dropped: part of the endpoint",
            "resource_group_name": "dropped: part of the endpoint",
            "project_name": "dropped: part of the endpoint",
            "credential": "credential=, Entra ID only",
        },
        results={
            "agents.get_agent(...)": (
                "project_client.agents.get(...), and openai_client for all that was not about "
                "agents"
            ),
            "inference": "project_client.get_openai_client()",
        },
        notes="Only the constructor with subscription_id= is legacy.",
        source="azure-ai-projects 1.0.0b10, 2.10.0: azure/ai/projects/_client.py",
    ),
    row(
        id="p1.get_openai_client",
        code="UNS401",
        kind=Kind.CALL,
        legacy=(
            "azure.ai.projects.AIProjectClient.get_openai_client",
            "azure.ai.projects.aio.AIProjectClient.get_openai_client",
        ),
        target="project_client.get_openai_client()",
        params={
            "api_version": "dropped",
            "connection_name": "no counterpart: the client is that of the project",
            "kwargs": "options of the OpenAI client",
        },
        results={
            "AzureOpenAI": "an OpenAI client",
            "await": "dropped: the method of the aio client is not a coroutine since 2.0.0b2",
        },
        notes="agent_name= binds a client to one agent (2.1.0 and later).",
        source=(
            "azure-ai-projects 1.0.0: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/_patch.py"
        ),
    ),
    row(
        id="p1.agents",
        code="UNS401",
        kind=Kind.RESOURCE,
        legacy=(
            "azure.ai.projects.AIProjectClient.agents",
            "azure.ai.projects.aio.AIProjectClient.agents",
        ),
        target="project_client.agents and openai_client",
        results={
            "create_agent(...)": "project_client.agents.create_version(...)",
            "threads": "openai_client.conversations",
            "messages": "openai_client.conversations.items",
            "runs": "openai_client.responses",
            "files": "openai_client.files",
            "vector_stores": "openai_client.vector_stores",
        },
        notes=(
            "It was an AgentsClient up to 1.1.0b4; azure-ai-projects 2.x no longer installs "
            "azure-ai-agents."
        ),
        source=(
            "azure-ai-projects 1.0.0: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 2.0.0b1"
        ),
    ),
    row(
        id="preview.agent",
        code="UNS701",
        surface=Surface.PREVIEW,
        kind=Kind.CALL,
        legacy=(
            "openai.resources.responses.Responses.create",
            "openai.resources.responses.AsyncResponses.create",
        ),
        target=(
            'openai_client.responses.create(..., extra_body={"agent_reference": {"name": '
            'agent.name, "type": "agent_reference"}})'
        ),
        params={
            'extra_body["agent"]': 'extra_body["agent_reference"]',
        },
        notes='Only a call with "agent" in extra_body is meant.',
        since="2.0.0b4",
        until="2.0.0b4",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b4",
    ),
)
