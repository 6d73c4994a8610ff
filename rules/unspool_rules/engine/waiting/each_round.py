"""What a loop that only waits does in each round besides: it is done once, behind the response.

A run is queued when it is made, and may be finished when the loop first asks for it: then the loop
has one round, with the finished run. So this is one of the ways in which the legacy program went.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.first_rounds import is_for_new_runs
from unspool_rules.engine.work import Work

_NOTE = "`{}` was done in each round of the wait; it is done once now, when there is the response"
_ANSWERS = ("run.submit", "run.cancel")
"""Operations by which a round may change the run: here, or in a function that it calls."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def is_done_once(
    work: Work, loop: ast.While | ast.For, statement: ast.stmt, polls: set[ast.stmt]
) -> bool:
    """Whether a statement of a loop that is about the run may stay, for one round.

    Args:
        polls: the statements that ask for the run.
    """
    if not is_for_new_runs(work, loop, surely=True):
        return False
    if statement not in loop.body or isinstance(statement, (*_FUNCTIONS, ast.Match)):
        return False
    place = loop.body.index(statement)
    if not polls or not all(poll in loop.body[:place] for poll in polls):
        return False
    if pauses.may_leave(statement) or any(j for s in loop.body for j in pauses.jumps(s)):
        return False
    if any(site.operation.startswith(_ANSWERS) for site in work.plan.sites):
        return False
    work.note(_NOTE.format(" ".join(work.tree.segment(statement).split())[:60]))
    return True


__all__ = ["is_done_once"]
