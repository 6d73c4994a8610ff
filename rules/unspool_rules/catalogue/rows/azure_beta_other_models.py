"""Models of the azure-ai-projects 1.x betas that are about evaluations and connections, not agents.

They went, too, but code that names them and no agent is not what this program is about: they are
reported only beside calls of agents.
"""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.ConnectionProperties",
        legacy=("azure.ai.projects.models.ConnectionProperties",),
        target="azure.ai.projects.models.Connection",
        results={
            "id": "unchanged",
            "name": "unchanged",
            "authentication_type": "credentials.type",
            "connection_type": "type",
            "endpoint_url": "target",
            "key": "credentials.api_key",
            "token_credential": "dropped",
        },
        notes="Reshaped in 1.0.0b11.",
        until="1.0.0b11",
    ),
    row(
        id="beta.AOAIModelConfig",
        legacy=("azure.ai.projects.models.AOAIModelConfig",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.Dataset",
        legacy=("azure.ai.projects.models.Dataset",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.Evaluation",
        legacy=("azure.ai.projects.models.Evaluation",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.EvaluationSchedule",
        legacy=("azure.ai.projects.models.EvaluationSchedule",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.EvaluatorConfiguration",
        legacy=("azure.ai.projects.models.EvaluatorConfiguration",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.InputData",
        legacy=("azure.ai.projects.models.InputData",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
    ),
    row(
        id="beta.MAASModelConfig",
        legacy=("azure.ai.projects.models.MAASModelConfig",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.SystemData",
        legacy=("azure.ai.projects.models.SystemData",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.TargetModelConfig",
        legacy=("azure.ai.projects.models.TargetModelConfig",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.ApplicationInsightsConfiguration",
        legacy=("azure.ai.projects.models.ApplicationInsightsConfiguration",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.Frequency",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.Frequency",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.WeekDays",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.WeekDays",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0b11",
    ),
    row(
        id="beta.AuthenticationType",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.AuthenticationType",),
        target="azure.ai.projects.models.CredentialType",
        results={
            "API_KEY": "unchanged",
            "ENTRA_ID": "unchanged",
            "SAS": "unchanged",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.SASTokenCredential",
        legacy=("azure.ai.projects.models.SASTokenCredential",),
        target=None,
        blocked="connections hand out their credentials themselves: see connection.credentials",
        until="1.0.0b11",
    ),
    row(
        id="beta.SasCredential",
        legacy=("azure.ai.projects.models.SasCredential",),
        target="azure.ai.projects.models.BlobReferenceSasCredential",
        notes="Renamed.",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.AssetCredentialResponse",
        legacy=("azure.ai.projects.models.AssetCredentialResponse",),
        target="azure.ai.projects.models.DatasetCredential",
        notes="Renamed.",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.Sku",
        legacy=("azure.ai.projects.models.Sku",),
        target="azure.ai.projects.models.ModelDeploymentSku",
        notes="Renamed.",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.InputDataset",
        legacy=("azure.ai.projects.models.InputDataset",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.AgentEvaluation",
        legacy=("azure.ai.projects.models.AgentEvaluation",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.AgentEvaluationRedactionConfiguration",
        legacy=("azure.ai.projects.models.AgentEvaluationRedactionConfiguration",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.AgentEvaluationRequest",
        legacy=("azure.ai.projects.models.AgentEvaluationRequest",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.AgentEvaluationResult",
        legacy=("azure.ai.projects.models.AgentEvaluationResult",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.AgentEvaluationSamplingConfiguration",
        legacy=("azure.ai.projects.models.AgentEvaluationSamplingConfiguration",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="1.0.0",
        source=(
            "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
            "CHANGELOG.md, 1.0.0"
        ),
    ),
    row(
        id="beta.EvaluatorIds",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.EvaluatorIds",),
        target=None,
        blocked="evaluations have a new API, outside agents: see openai_client.evals",
        until="2.0.0b1",
        source=(
            "azure-ai-projects 1.0.0: azure/ai/projects/models/_patch_evaluations.py; "
            "azure-ai-projects 2.0.0b1: azure/ai/projects/models/"
        ),
    ),
)
