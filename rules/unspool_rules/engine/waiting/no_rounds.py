"""Loops that stay, and whose first round a finished response does not come to.

They wait for a run and do something else besides. What they do about a finished run is done by
nothing then; what they do while it is not finished may be missed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import zip_longest
from typing import Protocol

from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.first_rounds import is_for_new_runs, without_round
from unspool_rules.engine.waiting.loops import WaitLoop
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable

UNREACHED = (
    "a response is finished when the call returns: the loop around this has no round then, and "
    "nothing else does what is done here about the run"
)
_NO_ROUND = (
    "a response is finished when the call returns: a loop that waited for a run may have no round, "
    "and what it did besides waiting is not done then"
)
_UNSET = (
    "the response is finished before this loop, which has no round then: give `{}` a value before "
    "the loop"
)


class Rounds(Protocol):
    """What the statements of a loop have to do with a run."""

    @property
    def loop(self) -> ast.While | ast.For: ...

    def reads_run(self, node: ast.AST) -> bool:
        """Whether a node reads the run, or what the loop has from it."""

    def only_waits(self, node: ast.stmt) -> bool:
        """Whether a statement only fetches the run again, tells of it, or passes the time."""


def check_no_round(work: Work, wait: WaitLoop) -> None:
    """Block where a loop that stays does what matters about a finished run, and else say it."""
    if not is_for_new_runs(work, wait.loop) or is_lost(work, wait):
        return
    work.note(_NO_ROUND)
    if (name := next(_unset(work, wait.loop, wait.run), None)) is not None:
        work.block(name, _UNSET.format(name.id))


def is_lost(work: Work, wait: WaitLoop) -> bool:
    """Block where such a loop, which may answer calls besides, decides about the run."""
    loop = wait.loop
    if not is_for_new_runs(work, loop):
        return False
    lost = next(decisions(work, wait), None)
    if lost is not None:
        work.block(lost, UNREACHED)
    return lost is not None


def decisions(work: Work, rounds: Rounds) -> Iterator[ast.stmt]:
    """Statements that do something about the run: they return, raise, keep or hand on."""
    return _about(work, rounds, rounds.loop.body, of_run=False)


def _about(work: Work, wait: Rounds, block: list[ast.stmt], *, of_run: bool) -> Iterator[ast.stmt]:
    calls = "requires_action" not in without_round(work, wait.loop)
    for statement in block:
        if isinstance(statement, ast.If):
            told = of_run
            for test, branch in zip_longest(pauses.tests(statement), pauses.branches(statement)):
                told |= test is not None and wait.reads_run(test)
                if test is None or not (calls and pauses.asks(test)):
                    yield from _about(work, wait, branch, of_run=told)
        elif isinstance(statement, ast.Try):
            yield from _about(work, wait, statement.body, of_run=of_run)
        elif (of_run or wait.reads_run(statement)) and not wait.only_waits(statement):
            yield statement


def _unset(work: Work, loop: ast.While | ast.For, run: Variable) -> Iterator[ast.Name]:
    """What only the loop gives a value, and something behind it reads."""
    inside = {node for statement in loop.body for node in ast.walk(statement)}
    for node in inside:
        if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Store):
            continue
        variable = work.facts.scopes.variable(node)
        if variable is None or variable == run:
            continue
        if any(binding.node not in inside for binding in work.facts.scopes.bindings(variable)):
            continue
        if any(
            read not in inside and may_follow(work.tree, loop, read)
            for read in work.facts.scopes.reads(variable)
        ):
            yield node
