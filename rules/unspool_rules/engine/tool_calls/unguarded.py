"""Loops that answer calls in each round without asking: any other end of a run was an error."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


def ends_in_error(
    work: Work, loop: ast.stmt, submits: Iterable[Site]
) -> Callable[[Rendering], list[str]] | None:
    """What follows ``while run.status != "completed":`` whose rounds all read the calls.

    Returns:
        The lines that raise an error for a response that is not completed, as the old code did
        when it read the calls of a run that had none; None for any other loop.
    """
    if not isinstance(loop, ast.While) or any(s.operation != "run.submit_poll" for s in submits):
        return None
    test = loop.test
    if not (
        isinstance(test, ast.Compare)
        and len(test.ops) == 1
        and isinstance(test.ops[0], ast.NotEq)
        and isinstance(test.left, ast.Attribute)
        and test.left.attr == "status"
        and work.string_value(test.comparators[0]) == "completed"
    ):
        return None
    if not any(_reads_calls(statement, test.left.value) for statement in loop.body):
        return None

    def lines(r: Rendering) -> list[str]:
        ended = f'    raise RuntimeError(f"the response ended as {{{r.text(test.left)}}}")'
        return [*r.head("if", test), ended]

    return lines


def _reads_calls(statement: ast.stmt, run: ast.expr) -> bool:
    """Whether a statement reads the calls of the run in any case."""
    if isinstance(statement, (ast.For, ast.AsyncFor)):
        read: ast.expr | None = statement.iter
    elif isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Expr)):
        read = statement.value
    else:
        return False
    chain = f"{ast.unparse(run)}.required_action.submit_tool_outputs"
    return read is not None and any(
        isinstance(node, ast.Attribute) and ast.unparse(node) == chain for node in ast.walk(read)
    )
