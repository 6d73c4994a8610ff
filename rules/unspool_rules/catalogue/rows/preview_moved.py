"""Sub-clients that moved below `project_client.beta` in azure-ai-projects 2.0.0b4.

Evaluators became stable again in 2.8.0: that sub-client has rows for its attribute only.
"""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.PREVIEW,
    code="UNS701",
    kind=Kind.RESOURCE,
    source="azure-ai-projects 2.10.0: CHANGELOG.md, 2.0.0b4",
    since="2.0.0b4",
    until="2.0.0b4",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="preview.memory_stores",
        legacy=(
            "azure.ai.projects.AIProjectClient.memory_stores",
            "azure.ai.projects.aio.AIProjectClient.memory_stores",
        ),
        target="project_client.beta.memory_stores",
        notes="The methods keep their names. get_update_result is gone since 2.0.0b2.",
    ),
    row(
        id="preview.evaluation_taxonomies",
        legacy=(
            "azure.ai.projects.AIProjectClient.evaluation_taxonomies",
            "azure.ai.projects.aio.AIProjectClient.evaluation_taxonomies",
        ),
        target="project_client.beta.evaluation_taxonomies",
        notes="The methods keep their names. body= is taxonomy= since 2.2.0.",
    ),
    row(
        id="preview.insights",
        legacy=(
            "azure.ai.projects.AIProjectClient.insights",
            "azure.ai.projects.aio.AIProjectClient.insights",
        ),
        target="project_client.beta.insights",
        notes="The methods keep their names. insights.get takes insight_id= since 2.0.0.",
    ),
    row(
        id="preview.red_teams",
        legacy=(
            "azure.ai.projects.AIProjectClient.red_teams",
            "azure.ai.projects.aio.AIProjectClient.red_teams",
        ),
        target="project_client.beta.red_teams",
        notes="The methods keep their names.",
    ),
    row(
        id="preview.schedules",
        legacy=(
            "azure.ai.projects.AIProjectClient.schedules",
            "azure.ai.projects.aio.AIProjectClient.schedules",
        ),
        target="project_client.beta.schedules",
        notes="The methods keep their names. Its methods take schedule_id= for id= since 2.0.0.",
    ),
)
