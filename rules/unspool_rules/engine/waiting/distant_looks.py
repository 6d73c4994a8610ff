"""Loops about a run that another function fetches anew: ``while self.run.status == ...``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.first_rounds import is_for_new_runs, without_round
from unspool_rules.engine.waiting.no_rounds import UNREACHED
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of


def check_distant_loops(work: Work, look: Site) -> None:
    """Block where such a loop does something about a finished run: it may have no round for it.

    Args:
        look: what fetches the run, in a function that the loop calls.
    """
    function = work.tree.function(look.func)
    if function is None or isinstance(function, ast.Lambda):
        return
    for call, _ in calls_of(work.infer, function):
        for loop in _loops(work, call):
            runs = {ast.dump(run) for run in _asked(loop.test)}
            if runs and look.func not in ast.walk(loop) and is_for_new_runs(work, loop):
                done = _about(work, loop, loop.body, runs)
                if (lost := next(done, None)) is not None:
                    work.block(lost, UNREACHED)


def _loops(work: Work, call: ast.Call) -> Iterator[ast.While]:
    """The loops around a call, in its function."""
    for parent in work.tree.ancestors(call):
        if isinstance(parent, ast.While):
            yield parent
        elif isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return


def _asked(node: ast.AST) -> Iterator[ast.expr]:
    """What the status is read of."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and inner.attr == "status":
            yield inner.value


def _about(
    work: Work, loop: ast.While, block: list[ast.stmt], runs: set[str]
) -> Iterator[ast.stmt]:
    """Statements in branches for states of the run that do more than wait or tell."""
    answers = "requires_action" not in without_round(work, loop)
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
