"""Calls in cells, which a person runs again: each time with what the time before has left.

Cells stand in one text, with a line ``# %%`` above each.
"""

from __future__ import annotations

import ast
from functools import partial

from unspool_rules.engine.operations.runs.callers import Caller
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.changed_calls import change
from unspool_rules.engine.writing.rendering import Rendering

_BORDER = "# %%"


def is_run_again(work: Work, callers: list[Caller]) -> bool:
    """Whether a cell calls, outside of functions, so that the next call needs the new run."""
    cells = any(line.startswith(_BORDER) for line in work.tree.source.splitlines())
    return cells and any(work.tree.function(caller.call) is None for caller in callers)


def show(work: Work, callers: list[Caller]) -> None:
    """Plan that a cell still shows the result that its last line gives a name to now."""
    for caller in callers:
        statement = work.tree.statement(caller.call)
        rest = work.tree.source[work.tree.span(statement).end :].lstrip()
        if work.tree.function(caller.call) is None and (not rest or rest.startswith(_BORDER)):
            work.plan.also.append((statement, partial(_show, work, caller.call, statement)))


def _show(work: Work, call: ast.Call, statement: ast.stmt, r: Rendering) -> None:
    target = change(work, call).target
    if target is not None:
        r.lines.after(statement, target(r))


__all__ = ["is_run_again", "show"]
