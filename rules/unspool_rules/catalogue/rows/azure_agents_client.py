"""The client of azure-ai-agents 1.x, its sub-clients and its tracing."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    kind=Kind.RESOURCE,
    source="azure-ai-agents 1.1.0: azure/ai/agents/operations/_patch.py",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.AgentsClient",
        code="UNS401",
        kind=Kind.CLIENT,
        legacy=("azure.ai.agents.AgentsClient", "azure.ai.agents.aio.AgentsClient"),
        target=(
            "project_client = AIProjectClient(endpoint=..., credential=...); openai_client = "
            "project_client.get_openai_client()"
        ),
        params={
            "endpoint": (
                "endpoint=, unchanged: "
                "https://<account>.services.ai.azure.com/api/projects/<project>"
            ),
            "credential": "credential=, unchanged",
            "kwargs": (
                "azure-core options stay on AIProjectClient; those of the run-time calls go to "
                "get_openai_client()"
            ),
        },
        results={
            "threads": "openai_client.conversations",
            "messages": "openai_client.conversations.items",
            "runs": "openai_client.responses",
            "run_steps": "response.output",
            "files": "openai_client.files",
            "vector_stores": "openai_client.vector_stores",
            "vector_store_files": "openai_client.vector_stores.files",
            "vector_store_file_batches": "openai_client.vector_stores.file_batches",
        },
        notes=(
            "One client becomes two, and both want closing. get_openai_client() is never awaited, "
            "on the aio client neither. A fresh installation of azure-ai-projects 2.0.0 to 2.4.0 "
            "needs openai<3."
        ),
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/_patch.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/_patch.py"
        ),
    ),
    row(
        id="az.AgentsClient.close",
        code="UNS401",
        kind=Kind.CALL,
        legacy=("azure.ai.agents.AgentsClient.close", "azure.ai.agents.aio.AgentsClient.close"),
        target="openai_client.close(); project_client.close()",
        notes="Two clients to close; both are context managers.",
        source="azure-ai-projects 2.10.0: azure/ai/projects/_client.py",
    ),
    row(
        id="az.AgentsClient.send_request",
        code="UNS401",
        kind=Kind.CALL,
        legacy=(
            "azure.ai.agents.AgentsClient.send_request",
            "azure.ai.agents.aio.AgentsClient.send_request",
        ),
        target="project_client.send_request(request)",
        params={
            "request": "a request for the new routes, such as /agents/{name}/versions",
            "stream": "unchanged",
            "kwargs": "unchanged",
        },
        blocked=(
            "hand-built requests follow the old routes (/assistants, /threads): write them anew"
        ),
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/_client.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/_client.py"
        ),
    ),
    row(
        id="az.threads",
        code="UNS101",
        legacy=(
            "azure.ai.agents.operations.ThreadsOperations",
            "azure.ai.agents.aio.operations.ThreadsOperations",
        ),
        target="openai_client.conversations",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.messages",
        code="UNS102",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations",
            "azure.ai.agents.aio.operations.MessagesOperations",
        ),
        target="openai_client.conversations.items",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.runs",
        code="UNS103",
        legacy=(
            "azure.ai.agents.operations.RunsOperations",
            "azure.ai.agents.aio.operations.RunsOperations",
        ),
        target="openai_client.responses",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.run_steps",
        code="UNS104",
        legacy=(
            "azure.ai.agents.operations.RunStepsOperations",
            "azure.ai.agents.aio.operations.RunStepsOperations",
        ),
        target="response.output",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.files",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations",
            "azure.ai.agents.aio.operations.FilesOperations",
        ),
        target="openai_client.files",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.vector_stores",
        code="UNS501",
        legacy=(
            "azure.ai.agents.operations.VectorStoresOperations",
            "azure.ai.agents.aio.operations.VectorStoresOperations",
        ),
        target="openai_client.vector_stores",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.vector_store_files",
        code="UNS501",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFilesOperations",
            "azure.ai.agents.aio.operations.VectorStoreFilesOperations",
        ),
        target="openai_client.vector_stores.files",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.vector_store_file_batches",
        code="UNS501",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFileBatchesOperations",
            "azure.ai.agents.aio.operations.VectorStoreFileBatchesOperations",
        ),
        target="openai_client.vector_stores.file_batches",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="az.AIAgentsInstrumentor",
        code="UNS401",
        kind=Kind.MODEL,
        legacy=("azure.ai.agents.telemetry.AIAgentsInstrumentor",),
        target="azure.ai.projects.telemetry.AIProjectInstrumentor",
        params={
            "enable_content_recording": "instrument(enable_content_recording=...), unchanged",
        },
        notes=(
            "Tracing must be switched on with AZURE_EXPERIMENTAL_ENABLE_GENAI_TRACING=true since "
            "2.0.0b4; names of spans and attributes changed."
        ),
        source="azure-ai-projects 2.10.0: azure/ai/projects/telemetry/; CHANGELOG.md, 2.0.0b4",
    ),
    row(
        id="az.trace_function",
        code="UNS401",
        kind=Kind.CALL,
        legacy=("azure.ai.agents.telemetry.trace_function",),
        target="azure.ai.projects.telemetry.trace_function",
        params={
            "span_name": "unchanged",
        },
        source="azure-ai-projects 2.10.0: azure/ai/projects/telemetry/",
    ),
)
