"""Cancellations of runs that took too long: where a loop that waits for them gives up."""

from __future__ import annotations

import ast

from unspool_rules.engine import pauses
from unspool_rules.engine.facts import Site
from unspool_rules.engine.toolloops import POLLS, nearest_loop
from unspool_rules.engine.work import Work


def is_time_out(work: Work, site: Site, run_id: ast.expr) -> bool:
    """Whether a loop that asks for the run gives it up here, by the clock or a count.

    The run may be made by a caller: it is the loop that shows that the run was waited for.
    """
    statement = work.tree.statement(site.func)
    asked = [
        loop
        for poll in work.plan.sites
        if poll.operation in POLLS and _is_same(poll, run_id)
        if (loop := nearest_loop(work, poll.func)) is not None
    ]
    return any(_is_inside(work, loop, statement) for loop in asked) or any(
        _is_behind(work, loop, statement) for loop in asked
    )


def _is_same(poll: Site, run_id: ast.expr) -> bool:
    given = poll.arguments.get("run_id")
    return given is not None and ast.dump(given) == ast.dump(run_id)


def _is_inside(work: Work, loop: ast.stmt, statement: ast.stmt) -> bool:
    """Whether it stands in a branch of the loop that the clock decides about, which leaves it."""
    child: ast.AST = statement
    for parent in work.tree.ancestors(statement):
        if parent is loop:
            return False
        if isinstance(parent, ast.If) and child in parent.body:
            timed = pauses.reads_clock(parent.test) and not _is_of_state(parent.test)
            return timed and pauses.leaves(parent.body) and loop in work.tree.ancestors(parent)
        if not isinstance(parent, ast.Try):
            return False
        child = parent
    return False


def _is_of_state(test: ast.expr) -> bool:
    return any(isinstance(n, ast.Attribute) and n.attr == "status" for n in ast.walk(test))


def _is_behind(work: Work, loop: ast.stmt, statement: ast.stmt) -> bool:
    """Whether it follows a loop that is left with ``return`` once the run is finished."""
    if not isinstance(loop, (ast.While, ast.For)):
        return False
    endless = isinstance(loop, ast.While) and pauses.is_true(loop.test)
    if endless or not any(isinstance(n, ast.Return) for n in ast.walk(loop)):
        return False
    if any(True for inner in loop.body for _ in pauses.jumps(inner) if isinstance(_, ast.Break)):
        return False
    around = work.tree.parents.get(statement)
    first = around if isinstance(around, ast.Try) and statement in around.body else statement
    block = work.tree.block_of(loop)
    return first in loop.orelse or (first in block and block.index(first) > block.index(loop))
