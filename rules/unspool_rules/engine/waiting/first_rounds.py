"""Whether a loop has a round for a run, by the state that this is in when the loop begins.

A run that was just made is queued, and a response is finished: a loop that waits has a round for
the one, and none for the other.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import STARTS
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.engine.waiting.outcomes import STATES, states_of, truths
from unspool_rules.engine.work import Work


def without_round(work: Work, loop: ast.While | ast.For) -> frozenset[str]:
    """The states of a finished response that a loop surely has no round for."""
    if not isinstance(loop, ast.While):
        return frozenset()
    return frozenset(state for state in STATES if truths(work, loop.test, state) == {False})


def is_for_new_runs(work: Work, loop: ast.While | ast.For, *, surely: bool = False) -> bool:
    """Whether a loop has a round for a run that was just made, and none for a finished one.

    All runs of its plan are just made.

    Args:
        surely: whether nothing else that the loop asks may keep it from that round.
    """
    if not isinstance(loop, ast.While) or not without_round(work, loop):
        return False
    values = truths(work, loop.test, "queued")
    enters = values == {True} if surely else True in values
    return enters and not _starts_by_itself(work, loop) and _only_starts(work)


def _starts_by_itself(work: Work, loop: ast.While) -> bool:
    """``status = "queued"`` before the loop: it has a first round whatever the run is."""
    scopes = work.facts.scopes
    asked = [n for n in ast.walk(loop.test) if isinstance(n, ast.Compare) and states_of(work, n)]
    read = {scopes.variable(n) for c in asked for n in ast.walk(c.left) if isinstance(n, ast.Name)}
    return all(
        isinstance(binding.value, ast.Constant)
        for variable in read
        for binding in (scopes.bindings(variable) if variable is not None else ())
        if loop not in work.tree.ancestors(binding.node)
    )


def _only_starts(work: Work) -> bool:
    """Whether what makes the runs gives ones that have not ended.

    Where only their ids come to the plan, these are the runs that the file makes.
    """
    makers = {site.operation for site in work.plan.sites if site.operation in MAKES}
    makers = makers or {site.operation for site in work.facts.sites if site.operation in MAKES}
    return bool(makers) and makers <= set(STARTS)


__all__ = ["is_for_new_runs", "without_round"]
