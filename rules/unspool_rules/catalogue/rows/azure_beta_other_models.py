"""Models of the azure-ai-projects 1.x betas that are about evaluations and connections, not agents.

They went, too, but code that names them and no agent is not what this program is about: they are
reported only beside calls of agents.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/",
)

_B11 = (
    "azure-ai-projects 1.0.0b11: azure/ai/projects/models/; azure-ai-projects 2.10.0: "
    "CHANGELOG.md, 1.0.0"
)
_EVALUATIONS = "evaluations have a new API, outside agents: see openai_client.evals"


def _evaluation(name: str, until: str, **more: Any) -> Entry:
    return row(
        id=f"beta.{name}",
        legacy=(f"azure.ai.projects.models.{name}",),
        target=None,
        blocked=_EVALUATIONS,
        until=until,
        **more,
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
    _evaluation("AOAIModelConfig", "1.0.0b11"),
    _evaluation("Dataset", "1.0.0b11"),
    _evaluation("Evaluation", "1.0.0"),
    _evaluation("EvaluationSchedule", "1.0.0b11"),
    _evaluation("EvaluatorConfiguration", "1.0.0"),
    _evaluation("InputData", "1.0.0"),
    _evaluation("MAASModelConfig", "1.0.0b11"),
    _evaluation("SystemData", "1.0.0b11"),
    _evaluation("TargetModelConfig", "1.0.0b11"),
    _evaluation("ApplicationInsightsConfiguration", "1.0.0b11"),
    row(
        id="beta.Frequency",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.Frequency",),
        target=None,
        blocked=_EVALUATIONS,
        until="1.0.0b11",
    ),
    row(
        id="beta.WeekDays",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.WeekDays",),
        target=None,
        blocked=_EVALUATIONS,
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
        source=_B11,
    ),
    row(
        id="beta.AssetCredentialResponse",
        legacy=("azure.ai.projects.models.AssetCredentialResponse",),
        target="azure.ai.projects.models.DatasetCredential",
        notes="Renamed.",
        until="1.0.0",
        source=_B11,
    ),
    row(
        id="beta.Sku",
        legacy=("azure.ai.projects.models.Sku",),
        target="azure.ai.projects.models.ModelDeploymentSku",
        notes="Renamed.",
        until="1.0.0",
        source=_B11,
    ),
    _evaluation("InputDataset", "1.0.0", source=_B11),
    _evaluation("AgentEvaluation", "1.0.0", source=_B11),
    _evaluation("AgentEvaluationRedactionConfiguration", "1.0.0", source=_B11),
    _evaluation("AgentEvaluationRequest", "1.0.0", source=_B11),
    _evaluation("AgentEvaluationResult", "1.0.0", source=_B11),
    _evaluation("AgentEvaluationSamplingConfiguration", "1.0.0", source=_B11),
    row(
        id="beta.EvaluatorIds",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.EvaluatorIds",),
        target=None,
        blocked=_EVALUATIONS,
        until="2.0.0b1",
        source=(
            "azure-ai-projects 1.0.0: azure/ai/projects/models/_patch_evaluations.py; "
            "azure-ai-projects 2.0.0b1: azure/ai/projects/models/"
        ),
    ),
)
