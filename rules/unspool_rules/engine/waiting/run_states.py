"""The states that a run ends in, and listings of runs by their state."""

from __future__ import annotations

from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import calls
from unspool_rules.engine.work import Work

ENDED = frozenset({"completed", "failed", "cancelled", "expired"})
ENDS = ENDED | {"incomplete"}


def lists_active(work: Work, site: Site) -> bool:
    """``runs.list(status="in_progress")``, which the SDK never took, and which means this."""
    given = site.call.keywords if site.call is not None else []
    states = [calls.strings(work, keyword.value) for keyword in given if keyword.arg == "status"]
    return any(names and not names & ENDS for names in states)
