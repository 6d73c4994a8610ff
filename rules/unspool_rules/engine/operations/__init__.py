"""Planners: how each operation is rewritten, or what blocks it; one module per subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from unspool_rules.engine.operations import (
    active_runs,
    agents,
    assistant_files,
    automatic,
    cancellations,
    clients,
    files,
    hub,
    inference,
    kept_messages,
    messages,
    polls,
    resumed,
    runs,
    single_step,
    step_lists,
    stores,
    streams,
    submissions,
    threads,
    tracing,
)
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

Planner = Callable[[Work, Site], None]

PLANNERS: Mapping[str, Planner] = {
    **threads.PLANNERS,
    **kept_messages.PLANNERS,
    **messages.PLANNERS,
    **runs.PLANNERS,
    **active_runs.PLANNERS,
    **polls.PLANNERS,
    **streams.PLANNERS,
    **resumed.PLANNERS,
    **submissions.PLANNERS,
    **cancellations.PLANNERS,
    **automatic.PLANNERS,
    **agents.PLANNERS,
    **assistant_files.PLANNERS,
    **clients.PLANNERS,
    **stores.PLANNERS,
    **files.PLANNERS,
    **step_lists.PLANNERS,
    **single_step.PLANNERS,
    **tracing.PLANNERS,
    **hub.PLANNERS,
    **inference.PLANNERS,
}
"""By operation; one that is missing blocks with the catalogue's reason."""
