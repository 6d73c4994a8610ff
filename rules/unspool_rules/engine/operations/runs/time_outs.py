"""Cancellations of runs that took too long: where a loop that waits for them gives up."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.flow.callers import FUNCTIONS, all_calls
from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.last_rounds import nearest_loop
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.syntax.bindings import How


def is_time_out(work: Work, place: ast.expr, run_id: ast.expr) -> bool:
    """Whether a loop that asks for the run gives it up here, by the clock or a count.

    The run may be made by a caller: it is the loop that shows that the run was waited for.
    """
    return _gives_up(work, place, run_id) or _is_for_time_outs(work, place, run_id)


def _is_for_time_outs(work: Work, place: ast.expr, run_id: ast.expr) -> bool:
    """Whether a place stands in a function that is only called where a loop gives its run up."""
    function, variable = work.tree.function(place), work.variable_of(run_id)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if not isinstance(function, FUNCTIONS) or [b.how for b in bindings] != [How.PARAMETER]:
        return False
    parameter = bindings[0].node
    if work.tree.function(parameter) is not function or not isinstance(parameter, ast.arg):
        return False
    calls = all_calls(work, function)
    given = arguments_for(work.infer, function, parameter)
    return len(calls) == len(given) > 0 and all(_gives_up(work, v, v) for v in given)


def _gives_up(work: Work, place: ast.expr, run_id: ast.expr) -> bool:
    statement = work.tree.statement(place)
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
