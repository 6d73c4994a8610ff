"""What a loop that only waits does in each round besides: it is done once, behind the response.

A run is queued when it is made, and may be finished when the loop first asks for it: then the loop
has one round, with the finished run. So this is one of the ways in which the legacy program went.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import STARTS
from unspool_rules.engine.tool_calls.calls import strings
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.engine.waiting import pauses
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
    if not is_for_new_runs(work, loop):
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


def is_for_new_runs(work: Work, loop: ast.While | ast.For) -> bool:
    """Whether a loop has a round for a run that was just made, as all of its plan are."""
    return (
        isinstance(loop, ast.While)
        and holds(work, loop.test, "queued")
        and not _starts_by_itself(work, loop)
        and _only_starts(work)
    )


def _starts_by_itself(work: Work, loop: ast.While) -> bool:
    """``status = "queued"`` before the loop: it has a first round whatever the run is."""
    scopes = work.facts.scopes
    read = {scopes.variable(n) for n in ast.walk(loop.test) if isinstance(n, ast.Name)}
    return all(
        isinstance(binding.value, ast.Constant)
        for variable in read
        for binding in (scopes.bindings(variable) if variable is not None else ())
        if loop not in work.tree.ancestors(binding.node)
    )


def holds(work: Work, test: ast.expr, status: str) -> bool:
    """Whether a test is true for a run of this status."""
    if isinstance(test, ast.BoolOp):
        all_or_any = all if isinstance(test.op, ast.And) else any
        return all_or_any(holds(work, value, status) for value in test.values)
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return False
    states = strings(work, test.comparators[0]) or set()
    if isinstance(test.ops[0], (ast.Eq, ast.In)):
        return status in states
    return isinstance(test.ops[0], (ast.NotEq, ast.NotIn)) and bool(states) and status not in states


def _only_starts(work: Work) -> bool:
    """Whether what makes the runs gives ones that have not ended.

    Where only their ids come to the plan, these are the runs that the file makes.
    """
    makers = {site.operation for site in work.plan.sites if site.operation in MAKES}
    makers = makers or {site.operation for site in work.facts.sites if site.operation in MAKES}
    return bool(makers) and makers <= set(STARTS)
