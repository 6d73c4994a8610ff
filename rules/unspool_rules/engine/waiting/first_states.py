"""Reads of a run as it was made, once it was fetched by another name or by none.

``while retrieve(run_id=run.id).status in moving: ...`` leaves ``run.status`` queued, whatever the
run has come to. There is one response in the place of both, and it is finished.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import STARTS
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

_NOTE = (
    "`{}` is read of the run as it was made: that stayed queued, whatever became of the run, and "
    "is a finished response now"
)
_SET_LATER = frozenset(
    {"status", "completed_at", "failed_at", "last_error", "incomplete_details", "usage"}
)


def tell_of_first_states(work: Work, look: Site, run_id: ast.expr) -> None:
    """Say which reads behind a look are of the run as it was made.

    Args:
        look: what fetches the run again.
    """
    named = work.literal_of(run_id)
    if not isinstance(named, ast.Attribute) or named.attr != "id":
        return
    run = work.variable_of(named.value)
    makers = work.facts.origins(named.value)
    if run is None or not makers or any(maker.operation not in STARTS for maker in makers):
        return
    for use in work.facts.scopes.reads(run):
        read = work.tree.parents[use]
        if (
            isinstance(read, ast.Attribute)
            and read.attr in _SET_LATER
            and may_follow(work.tree, look.func, read)
        ):
            work.note(_NOTE.format(work.tree.segment(read)))
            return


__all__ = ["tell_of_first_states"]
