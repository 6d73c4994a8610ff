"""Planners: how each operation is rewritten, or what blocks it; one module per subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from unspool_rules.engine.operations import threads
from unspool_rules.engine.operations.agents import assistant_files
from unspool_rules.engine.operations.agents import lifecycle as agents
from unspool_rules.engine.operations.clients import hub, inference, tracing
from unspool_rules.engine.operations.clients import made as clients
from unspool_rules.engine.operations.files import sent as files
from unspool_rules.engine.operations.files import stores
from unspool_rules.engine.operations.messages import added as added_messages
from unspool_rules.engine.operations.messages import kept as kept_messages
from unspool_rules.engine.operations.messages import listed as listed_messages
from unspool_rules.engine.operations.runs import active_runs, cancellations, polls
from unspool_rules.engine.operations.runs import created as runs
from unspool_rules.engine.operations.steps import lists as step_lists
from unspool_rules.engine.operations.steps import single as single_step
from unspool_rules.engine.operations.streaming import opened as streams
from unspool_rules.engine.operations.streaming import resumed
from unspool_rules.engine.operations.tool_calls import automatic, submissions
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

Planner = Callable[[Work, Site], None]

PLANNERS: Mapping[str, Planner] = {
    **threads.PLANNERS,
    **kept_messages.PLANNERS,
    **added_messages.PLANNERS,
    **listed_messages.PLANNERS,
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
