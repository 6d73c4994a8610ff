"""What code that looks for active runs of a thread does, once none is active any more."""

from __future__ import annotations

import ast

from unspool_rules.engine.operations.runs.listed_values import (
    ALWAYS,
    BUSY_RUN,
    BUSY_RUNS,
    DEAD,
    ID,
    ONE,
    ListedValues,
)
from unspool_rules.engine.operations.runs.names_anew import is_surely_set
from unspool_rules.engine.operations.runs.probes import acts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.names import last_name

_LOOPS = (ast.For, ast.AsyncFor, ast.While)


class Guard(ListedValues):
    """The statements that a listing of runs is read by, and what becomes of them."""

    def __init__(self, work: Work, site: Site) -> None:
        super().__init__(work, site)
        self.final: ast.Return | None = None
        """What ends the function that waited in a loop."""

    # -- statements ----------------------------------------------------------------------------

    def goes(self, node: ast.stmt, *, inside: bool = False) -> bool:
        """Whether nothing is lost with a statement, where no run is active."""
        if pauses.sleeps(node) or (pauses.speaks(node) and self._says(node)):
            return inside or self.mentions(node)
        if isinstance(node, (ast.Break, ast.Continue)):
            return inside
        if isinstance(node, ast.Expr):
            return self._cancels(node.value)
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            return self._assigned(node)
        if isinstance(node, (ast.For, ast.AsyncFor)):
            return self._loop(node, last=not inside)
        if isinstance(node, ast.While):
            if node.orelse or not self.is_pure(node.test):
                return False
            if self.test(node.test) == DEAD:
                self._never(node.body)
                return True
            return self._block(node.body, last=not inside)
        if isinstance(node, ast.If):
            return self._choice(node)
        if isinstance(node, ast.Try):
            blocks = (node.body, node.orelse, node.finalbody)
            return not acts(node) and all(map(self._block, blocks))
        return False

    def surely_goes(self, node: ast.stmt) -> bool:
        """Whether all of a statement goes, and its function does not end with it.

        Where it does not, nothing is known of its names that was not before.
        """
        before = dict(self._names), set(self._bound), self._looks, self.final
        if self.goes(node) and self.final is None:
            return True
        self._names, self._bound, self._looks, self.final = before
        return False

    def _says(self, node: ast.stmt) -> bool:
        """Whether a line of a log does nothing else."""
        said = node.value if isinstance(node, ast.Expr) else None
        said = said.value if isinstance(said, ast.Await) else said
        return isinstance(said, ast.Call) and all(
            self.is_pure(part) for part in (*said.args, *(k.value for k in said.keywords))
        )

    def _block(self, block: list[ast.stmt], *, last: bool = False) -> bool:
        """Whether all of a block goes, up to where it is surely left.

        Args:
            last: whether the loop around it may end the function.
        """
        for statement in block:
            sure: list[ast.stmt] = []
            if isinstance(statement, ast.If) and self.test(statement.test) == ALWAYS:
                sure = statement.body
            if sure and last and self._ends(sure):
                return True
            if not self.goes(statement, inside=True):
                return False
            if sure and pauses.leaves(sure):
                return True
        return True

    def _ends(self, block: list[ast.stmt]) -> bool:
        """Whether a branch only ends the function."""
        final = block[-1]
        if not isinstance(final, ast.Return) or self.mentions(final):
            return False
        if not all(self.goes(s, inside=True) for s in block[:-1]):
            return False
        self.final = final
        return True

    def _choice(self, node: ast.If) -> bool:
        outcome = self.test(node.test)
        if not self.is_pure(node.test):
            return False
        if outcome == DEAD:
            self._never(node.body)
            return self._block(node.orelse)
        if outcome == ALWAYS:
            self._never(node.orelse)
            return self._block(node.body)
        return self._block(node.body) and self._block(node.orelse)

    def _loop(self, node: ast.For | ast.AsyncFor, *, last: bool) -> bool:
        kind = self.kind(node.iter)
        if kind in ONE and isinstance(node.target, ast.Name):
            self._name(node.target, ONE[kind])
            if kind == BUSY_RUNS:
                self._never(node.body)
                return not node.orelse
            last = False
        elif not self.is_pure(node.iter):
            return False
        return self._block(node.body, last=last) and self._block(node.orelse)

    def _assigned(self, node: ast.Assign | ast.AnnAssign | ast.AugAssign) -> bool:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if len(targets) != 1 or not isinstance(targets[0], ast.Name) or node.value is None:
            return False
        kind = self.kind(node.value)
        outcome = self.test(node.value) if kind is None else None
        if outcome == DEAD:
            kind = BUSY_RUN  # as false as one that is not there
        self._name(targets[0], kind)
        return self.is_pure(node.value)

    def _cancels(self, node: ast.expr) -> bool:
        """``runs.cancel(run_id=run.id)`` of a run that was listed."""
        call = node.value if isinstance(node, ast.Await) else node
        site = self.work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        run_id = site.arguments.get("run_id") if site is not None else None
        if site is None or run_id is None or self.kind(run_id) != ID:
            return False
        self._looks |= site.operation == "run.cancel"
        return site.operation in ("run.cancel", "run.get")

    def _never(self, block: list[ast.stmt]) -> None:
        """What is only set where a run is active stays as empty as it was before."""
        for node in (inner for statement in block for inner in ast.walk(statement)):
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                target, kind = node.targets[0], BUSY_RUN
            elif isinstance(node, ast.Call) and last_name(node.func) == "append":
                func = node.func
                target, kind = (
                    (func.value, BUSY_RUNS) if isinstance(func, ast.Attribute) else (func, "")
                )
            else:
                continue
            if isinstance(target, ast.Name) and self._is_empty(target, block):
                self._name(target, kind)

    def _is_empty(self, target: ast.Name, never: list[ast.stmt]) -> bool:
        """Whether a name is empty but where it is set in a branch that is never taken."""
        variable = self.work.facts.scopes.variable(target)
        found = [] if variable is None else self.work.facts.scopes.bindings(variable)
        elsewhere = [
            b for b in found if not any(a in never for a in self.work.tree.ancestors(b.node))
        ]
        return bool(elsewhere) and all(
            (isinstance(b.value, ast.Constant) and not b.value.value)
            or (isinstance(b.value, ast.List) and not b.value.elts)
            or self._renews(b.value, variable)
            for b in elsewhere
        )

    def _renews(self, value: ast.expr | None, variable: Variable | None) -> bool:
        """``run = retrieve(run_id=run.id)``."""
        call = value.value if isinstance(value, ast.Await) else value
        site = self.work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        run_id = site.arguments.get("run_id") if site is not None else None
        return isinstance(run_id, ast.Attribute) and self.work.variable_of(run_id.value) == variable

    def forget(self, node: ast.stmt) -> None:
        """A name that gets a value from elsewhere is about the runs no more."""
        if isinstance(node, ast.Assign) and not self.mentions(node.value):
            for target in node.targets:
                variable = self.work.variable_of(target)
                if variable is not None:
                    self._names.pop(variable, None)

    # -- what is around them -------------------------------------------------------------------

    def is_closed(self, gone: list[ast.stmt]) -> bool:
        """Whether nothing else reads what the statements bind, and they are of one component."""
        if not self._looks or not all(self.work.alone(s) for s in gone):
            return False
        inside = {inner for statement in gone for inner in ast.walk(statement)}
        here = {s for s in self.work.facts.sites if s.func in inside}
        if not here <= set(self.work.plan.sites):
            return False
        return not any(
            self._is_read(variable, inside, gone) for variable in self._bound | set(self._names)
        )

    def _is_read(self, variable: Variable, inside: set[ast.AST], gone: list[ast.stmt]) -> bool:
        """Whether a use of a name may get the value that it has from these statements."""
        span = self.work.tree.span
        end = max(span(s).end for s in gone)
        loops = any(isinstance(a, _LOOPS) for a in self.work.tree.ancestors(gone[0]))
        function = self.work.tree.function(gone[0])
        bindings = self.work.facts.scopes.bindings(variable)
        later = [b.node for b in bindings if span(b.node).start >= end]
        return any(
            isinstance(use.ctx, ast.Load)
            and use not in inside
            and (loops or span(use).start > end or self.work.tree.function(use) is not function)
            and not any(is_surely_set(self.work, node, use) for node in later)
            for use in self.work.facts.scopes.uses(variable)
        )
