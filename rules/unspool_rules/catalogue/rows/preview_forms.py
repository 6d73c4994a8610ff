"""What the preview era had beside renamed classes, and classes that other packages took over."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.PREVIEW,
    code="UNS701",
    kind=Kind.MODEL,
    source="azure-ai-projects 2.0.0b3, 2.0.0b4, 2.10.0: azure/ai/projects/models/__init__.py",
    since="2.0.0b4",
    until="2.0.0b4",
)

_MESSAGE = (
    "The list of items that memory stores take is that of the openai package; a dictionary with "
    "role and content does as well."
)

ROWS: tuple[Entry, ...] = (
    row(
        id="preview.extra_body.agent",
        kind=Kind.CALL,
        legacy=("azure.ai.projects.extra_body.agent",),
        target='extra_body={"agent_reference": {"name": ..., "type": "agent_reference"}}',
        notes="Without a version, the newest one answers.",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b4",
    ),
    row(
        id="preview.foundry_features",
        kind=Kind.RESOURCE,
        legacy=("azure.ai.projects.foundry_features",),
        target="AIProjectClient(endpoint=..., credential=..., allow_preview=True)",
        notes="An argument of single calls in 2.0.0b4 only.",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b4 and 2.0.0",
        since="2.0.0",
        until="2.0.0",
    ),
    row(
        id="preview.get_openai_client.await",
        kind=Kind.CALL,
        legacy=("azure.ai.projects.aio.AIProjectClient.get_openai_client.await",),
        target="project_client.get_openai_client()",
        notes="A coroutine in 1.0.0 and 2.0.0b1 only.",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b2",
        since="2.0.0b2",
        until="2.0.0b2",
    ),
    row(
        id="preview.ImageGenActionEnum",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.ImageGenActionEnum",),
        target="azure.ai.projects.models.ImageGenAction",
        notes="Renamed in 2.0.0.",
        since="2.0.0",
        until="2.0.0",
    ),
    row(
        id="preview.RankerVersionType.DEFAULT2024_11_15",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.RankerVersionType.DEFAULT2024_11_15",),
        target="RankerVersionType.DEFAULT_2024_11_15",
        notes="Renamed in 2.0.0.",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0",
        since="2.0.0",
        until="2.0.0",
    ),
    row(
        id="preview.ToolChoiceParamType.WEB_SEARCH_PREVIEW2025_03_11",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.ToolChoiceParamType.WEB_SEARCH_PREVIEW2025_03_11",),
        target="ToolChoiceParamType.WEB_SEARCH_PREVIEW_2025_03_11",
        notes="Renamed in 2.0.0.",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0",
        since="2.0.0",
        until="2.0.0",
    ),
    row(
        id="preview.evaluators.list_latest_versions",
        kind=Kind.RESOURCE,
        legacy=(
            "azure.ai.projects.operations.EvaluatorsOperations.list_latest_versions",
            "azure.ai.projects.aio.operations.EvaluatorsOperations.list_latest_versions",
        ),
        target="project_client.evaluators.list()",
        notes="Renamed in 2.0.0. From 2.0.0b4 to 2.7 the sub-client stood below `beta`.",
        source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0 and 2.8.0",
        since="2.0.0",
        until="2.0.0",
    ),
    row(
        id="preview.AgenticIdentityCredentials",
        legacy=("azure.ai.projects.models.AgenticIdentityCredentials",),
        target="azure.ai.projects.models.AgenticIdentityPreviewCredentials",
        notes="Renamed.",
    ),
    row(
        id="preview.AgentClusterInsightsRequest",
        legacy=("azure.ai.projects.models.AgentClusterInsightsRequest",),
        target="azure.ai.projects.models.AgentClusterInsightRequest",
        notes="Renamed.",
    ),
    row(
        id="preview.EvaluationRunClusterInsightsRequest",
        legacy=("azure.ai.projects.models.EvaluationRunClusterInsightsRequest",),
        target="azure.ai.projects.models.EvaluationRunClusterInsightRequest",
        notes="Renamed.",
    ),
    row(
        id="preview.EvalCompareReport",
        legacy=("azure.ai.projects.models.EvalCompareReport",),
        target="azure.ai.projects.models.EvaluationComparisonInsightResult",
        notes="Renamed.",
    ),
    *(
        row(
            id=f"preview.Responses{role.capitalize()}MessageItemParam",
            legacy=(f"azure.ai.projects.models.Responses{role.capitalize()}MessageItemParam",),
            target="openai.types.responses.EasyInputMessageParam",
            notes=_MESSAGE,
            source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b4 and 2.0.0",
        )
        for role in ("user", "assistant", "system", "developer")
    ),
    row(
        id="preview.ResponseStreamEventType",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.ResponseStreamEventType",),
        target=None,
        blocked='the type of an event is a plain string, such as `"response.completed"`',
    ),
    row(
        id="preview.ItemType",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.ItemType",),
        target=None,
        blocked='the type of an output item is a plain string, such as `"message"`',
    ),
)
