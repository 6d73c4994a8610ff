"""Loops about a run that another function fetches anew: ``while self.run.status == ...``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.each_round import holds, is_for_new_runs
from unspool_rules.engine.waiting.no_rounds import UNREACHED
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction


def check_distant_loops(work: Work, look: Site) -> None:
    """Block where such a loop does something about a finished run: it may have no round for it.

    Args:
        look: what fetches the run, in a function that the loop calls.
    """
    function = work.tree.function(look.func)
    for loop in work.tree.of(ast.While):
        if function is None or loop in work.tree.ancestors(look.func):
            continue
        runs = {ast.dump(run) for run in _asked(loop.test)}
        if not runs or not is_for_new_runs(work, loop):
            continue
        calls = [n for n in ast.walk(loop) if isinstance(n, ast.Call)]
        if any(_is_of(work, call, function) for call in calls):
            done = _about(work, loop, loop.body, runs)
            if (lost := next(done, None)) is not None:
                work.block(lost, UNREACHED)


def _asked(node: ast.AST) -> Iterator[ast.expr]:
    """What the status is read of."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and inner.attr == "status":
            yield inner.value


def _is_of(work: Work, call: ast.Call, function: ast.AST) -> bool:
    return any(
        isinstance(known, UserFunction) and known.node is function
        for known in work.infer.of(call.func)
    )


def _about(
    work: Work, loop: ast.While, block: list[ast.stmt], runs: set[str]
) -> Iterator[ast.stmt]:
    """Statements in branches for states of the run that do more than wait or tell."""
    answers = holds(work, loop.test, "requires_action")
    for statement in block:
        if isinstance(statement, ast.If):
            links = list(pauses.chain(statement))
            for link in links:
                asks = answers and pauses.asks(link.test)
                if not asks and any(ast.dump(run) in runs for run in _asked(link.test)):
                    yield from _acts(link.body)
                else:
                    yield from _about(work, loop, link.body, runs)
            if any(ast.dump(run) in runs for link in links for run in _asked(link.test)):
                yield from _acts(links[-1].orelse)
        elif isinstance(statement, ast.Try):
            yield from _about(work, loop, statement.body, runs)


def _acts(block: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in block:
        idle = pauses.sleeps(statement) or pauses.speaks(statement)
        if not idle and not isinstance(statement, (ast.Break, ast.Continue)):
            yield statement


__all__ = ["check_distant_loops"]
