"""Client of the azure-ai-projects 1.0.0 betas: connection strings, inference, evaluations."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    code="UNS401",
    kind=Kind.CALL,
    source=(
        "azure-ai-projects 1.0.0b10: azure/ai/projects/operations/_operations.py; "
        "azure-ai-projects 2.10.0: CHANGELOG.md, 1.0.0"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.from_connection_string",
        kind=Kind.CLIENT,
        legacy=(
            "azure.ai.projects.AIProjectClient.from_connection_string",
            "azure.ai.projects.aio.AIProjectClient.from_connection_string",
        ),
        target="AIProjectClient(endpoint=..., credential=...)",
        params={
            "conn_str": (
                "no counterpart: the string (host;subscription;resource group;project) holds no "
                "project endpoint; take that from the project overview"
            ),
            "credential": "credential=",
            "kwargs": "unchanged",
        },
        notes=(
            "Hub-based projects are not supported since 1.0.0b11: the agents must live in a "
            "Foundry project, reached by "
            "https://<account>.services.ai.azure.com/api/projects/<project>."
        ),
        until="1.0.0b11",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0b11"
        ),
    ),
    row(
        id="beta.scope",
        kind=Kind.MODEL,
        legacy=(
            "azure.ai.projects.AIProjectClient.scope",
            "azure.ai.projects.aio.AIProjectClient.scope",
        ),
        target=None,
        blocked="the scope of a hub project is gone: the endpoint names the project",
        until="1.0.0b11",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0b11"
        ),
    ),
    row(
        id="beta.client.upload_file",
        code="UNS502",
        legacy=(
            "azure.ai.projects.AIProjectClient.upload_file",
            "azure.ai.projects.aio.AIProjectClient.upload_file",
        ),
        target="project_client.datasets.upload_file(name=..., version=..., file_path=...)",
        params={
            "file_path": "file_path=",
        },
        results={
            "id": "dataset.id",
        },
        notes="Uploads data for evaluations, not a file for an agent.",
        blocked="a dataset needs a name and a version, which the old call did not have",
        until="1.0.0b11",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0b11"
        ),
    ),
    row(
        id="beta.inference",
        kind=Kind.RESOURCE,
        legacy=(
            "azure.ai.projects.operations.InferenceOperations",
            "azure.ai.projects.aio.operations.InferenceOperations",
        ),
        target="project_client.get_openai_client()",
        notes="The sub-client was dropped in 1.0.0.",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.inference.get_azure_openai_client",
        legacy=(
            "azure.ai.projects.operations.InferenceOperations.get_azure_openai_client",
            "azure.ai.projects.aio.operations.InferenceOperations.get_azure_openai_client",
        ),
        target="project_client.get_openai_client()",
        params={
            "api_version": "dropped",
            "connection_name": "no counterpart: the client is that of the project",
            "kwargs": "options of the OpenAI client",
        },
        results={
            "AzureOpenAI": "an OpenAI client",
        },
        notes="Not awaited any more on the aio client.",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.inference.get_chat_completions_client",
        legacy=(
            "azure.ai.projects.operations.InferenceOperations.get_chat_completions_client",
            "azure.ai.projects.aio.operations.InferenceOperations.get_chat_completions_client",
        ),
        target="project_client.get_openai_client()",
        params={
            "connection_name": "no counterpart: the client is that of the project",
            "kwargs": "no counterpart",
        },
        results={
            "complete": "openai_client.chat.completions.create",
        },
        notes="azure-ai-inference is retired, too.",
        until="1.0.0b12",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0b12"
        ),
    ),
    row(
        id="beta.inference.get_embeddings_client",
        legacy=(
            "azure.ai.projects.operations.InferenceOperations.get_embeddings_client",
            "azure.ai.projects.aio.operations.InferenceOperations.get_embeddings_client",
        ),
        target="project_client.get_openai_client()",
        params={
            "connection_name": "no counterpart: the client is that of the project",
            "kwargs": "no counterpart",
        },
        results={
            "embed": "openai_client.embeddings.create",
        },
        notes="azure-ai-inference is retired, too.",
        until="1.0.0b12",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0b12"
        ),
    ),
    row(
        id="beta.inference.get_image_embeddings_client",
        legacy=(
            "azure.ai.projects.operations.InferenceOperations.get_image_embeddings_client",
            "azure.ai.projects.aio.operations.InferenceOperations.get_image_embeddings_client",
        ),
        target=None,
        params={
            "kwargs": "no counterpart",
        },
        blocked=(
            "clients of azure-ai-inference are no longer handed out: create an "
            "ImageEmbeddingsClient yourself"
        ),
        until="1.0.0b12",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0b12"
        ),
    ),
    row(
        id="beta.telemetry.get_connection_string",
        legacy=(
            "azure.ai.projects.operations.TelemetryOperations.get_connection_string",
            "azure.ai.projects.aio.operations.TelemetryOperations.get_connection_string",
        ),
        target="project_client.telemetry.get_application_insights_connection_string()",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.telemetry.enable",
        legacy=(
            "azure.ai.projects.operations.TelemetryOperations.enable",
            "azure.ai.projects.aio.operations.TelemetryOperations.enable",
        ),
        target="azure.ai.projects.telemetry.AIProjectInstrumentor().instrument()",
        params={
            "destination": "a span processor of OpenTelemetry's TracerProvider",
        },
        notes=(
            "Tracing must be switched on with AZURE_EXPERIMENTAL_ENABLE_GENAI_TRACING=true; other "
            "libraries than agents are instrumented by their own packages."
        ),
        until="1.0.0b11",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/operations/_patch.py; azure-ai-projects "
            "2.10.0: azure/ai/projects/telemetry/"
        ),
    ),
    row(
        id="beta.evaluations",
        kind=Kind.RESOURCE,
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations",
            "azure.ai.projects.aio.operations.EvaluationsOperations",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b10: azure/ai/projects/_patch.py; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.evaluations.create",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.create",
            "azure.ai.projects.aio.operations.EvaluationsOperations.create",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.create_or_replace_schedule",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.create_or_replace_schedule",
            "azure.ai.projects.aio.operations.EvaluationsOperations.create_or_replace_schedule",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.disable_schedule",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.disable_schedule",
            "azure.ai.projects.aio.operations.EvaluationsOperations.disable_schedule",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.get",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.get",
            "azure.ai.projects.aio.operations.EvaluationsOperations.get",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.get_schedule",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.get_schedule",
            "azure.ai.projects.aio.operations.EvaluationsOperations.get_schedule",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.list",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.list",
            "azure.ai.projects.aio.operations.EvaluationsOperations.list",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.list_schedule",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.list_schedule",
            "azure.ai.projects.aio.operations.EvaluationsOperations.list_schedule",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.update",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.update",
            "azure.ai.projects.aio.operations.EvaluationsOperations.update",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.evaluations.create_agent_evaluation",
        legacy=(
            "azure.ai.projects.operations.EvaluationsOperations.create_agent_evaluation",
            "azure.ai.projects.aio.operations.EvaluationsOperations.create_agent_evaluation",
        ),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
)
