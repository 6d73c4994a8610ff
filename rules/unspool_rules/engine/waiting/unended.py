"""Loops that only ended for a run that was completed: a failed one was waited for without end."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.tool_calls.calls import strings
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.run_states import ENDS
from unspool_rules.engine.work import Work


def waits_past_failures(
    work: Work, loop: ast.While | ast.For, about_run: Callable[[ast.AST], bool]
) -> bool:
    """Whether what follows a loop never saw a run that failed; no where that is not certain."""
    if not isinstance(loop, ast.While):
        return False
    endless = pauses.is_true(loop.test)
    if not endless and not _waits_for_end(loop.test, about_run):
        return False
    states: set[str] = set()
    for node in ast.walk(loop):
        if isinstance(node, ast.Compare) and about_run(node):
            found = strings(work, node.comparators[0]) if len(node.ops) == 1 else None
            if found is None:
                return False
            states |= found
    jumps = [j for s in loop.body for j in _jumps(s)]
    return states & ENDS == {"completed"} and all(
        _is_of_state(work, jump, about_run) for jump in jumps
    )


def _waits_for_end(test: ast.expr, about_run: Callable[[ast.AST], bool]) -> bool:
    """``run.status != "completed"``."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return all(_waits_for_end(value, about_run) for value in test.values)
    return (
        isinstance(test, ast.Compare)
        and about_run(test)
        and len(test.ops) == 1
        and isinstance(test.ops[0], (ast.NotEq, ast.NotIn))
    )


def _jumps(statement: ast.stmt) -> list[ast.stmt]:
    """What leaves the loop."""
    return [n for n in ast.walk(statement) if isinstance(n, (ast.Break, ast.Return, ast.Raise))]


def _is_of_state(work: Work, jump: ast.stmt, about_run: Callable[[ast.AST], bool]) -> bool:
    """Whether the loop is left in a branch for one state of the run."""
    branch = work.tree.parents.get(jump)
    return (
        isinstance(branch, ast.If)
        and jump in branch.body
        and isinstance(branch.test, ast.Compare)
        and about_run(branch.test)
        and isinstance(branch.test.ops[0], (ast.Eq, ast.In))
    )
