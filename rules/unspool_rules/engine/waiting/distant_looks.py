"""Loops about a run that another function fetches anew: ``while self.run.status == ...``."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.first_rounds import is_for_new_runs
from unspool_rules.engine.waiting.no_rounds import UNREACHED, decisions
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of
from unspool_rules.syntax.bindings import Variable


def check_distant_loops(work: Work, look: Site) -> None:
    """Block where such a loop decides about a finished run: it may have no round for it.

    Args:
        look: what fetches the run, in a function that the loop calls.
    """
    calls = dict.fromkeys(_calls(work, look))
    for loop in dict.fromkeys(loop for call in calls for loop in _loops(work, call)):
        rounds = _Rounds(work, loop, calls.keys())
        if rounds.reads_run(loop.test) and is_for_new_runs(work, loop):
            if (lost := next(decisions(work, rounds), None)) is not None:
                work.block(lost, UNREACHED)


def _calls(work: Work, look: Site) -> Iterator[ast.Call]:
    """Calls of the function around a look, and of those that call it."""
    seen: set[ast.AST] = set()
    waiting: list[ast.AST | None] = [work.tree.function(look.func)]
    while waiting:
        function = waiting.pop()
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function in seen:
            continue
        seen.add(function)
        for call, _ in calls_of(work.infer, function):
            yield call
            waiting.append(work.tree.function(call))


def _loops(work: Work, call: ast.Call) -> Iterator[ast.While]:
    """The loops around a call, in its function."""
    for parent in work.tree.ancestors(call):
        if isinstance(parent, ast.While):
            yield parent
        elif isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return


class _Rounds:
    """What the statements of such a loop have to do with the run."""

    def __init__(self, work: Work, loop: ast.While, looks: Collection[ast.Call]) -> None:
        self.loop = loop
        self._work = work
        self._looks = looks
        self._runs = {
            ast.dump(node.value)
            for node in ast.walk(loop.test)
            if isinstance(node, ast.Attribute) and node.attr == "status"
        }
        self._names: set[Variable] = set()
        before = -1
        while before != len(self._names):
            before = len(self._names)
            for node in ast.walk(loop):
                if isinstance(node, (ast.Assign, ast.NamedExpr)) and self.reads_run(node.value):
                    self._names.update(self._targets(node))

    def _targets(self, node: ast.Assign | ast.NamedExpr) -> Iterator[Variable]:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            variable = self._work.variable_of(target)
            if variable is not None:
                yield variable

    def reads_run(self, node: ast.AST) -> bool:
        return any(
            inner in self._looks
            or (isinstance(inner, ast.Name) and self._work.variable_of(inner) in self._names)
            or (isinstance(inner, ast.Attribute) and self._is_of_run(inner))
            for inner in ast.walk(node)
        )

    def _is_of_run(self, node: ast.Attribute) -> bool:
        """``self.run`` or its status."""
        return ast.dump(node.value if node.attr == "status" else node) in self._runs

    def only_waits(self, node: ast.stmt) -> bool:
        value = node.value if isinstance(node, (ast.Assign, ast.Expr)) else None
        while isinstance(value, (ast.Await, ast.Attribute)):
            value = value.value
        return (
            value in self._looks
            or (isinstance(node, ast.Assign) and all(map(self._names_one, node.targets)))
            or pauses.sleeps(node)
            or pauses.speaks(node)
            or isinstance(node, (ast.Break, ast.Continue, ast.Import, ast.ImportFrom))
        )

    def _names_one(self, target: ast.expr) -> bool:
        return self._work.variable_of(target) in self._names


__all__ = ["check_distant_loops"]
