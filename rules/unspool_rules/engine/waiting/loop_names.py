"""What the names of a loop that waited stand for: its run, and what counts its rounds."""

from __future__ import annotations

import ast
from abc import ABC

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.counted_rounds import first_round, rounds
from unspool_rules.engine.waiting.last_rounds import LastRounds
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable


class LoopNames(LastRounds, ABC):
    """Knows which names of a loop hold the run, and which are counters and clocks."""

    def __init__(
        self,
        work: Work,
        loop: ast.While | ast.For,
        polls: set[ast.stmt],
        run: Variable,
        aliases: frozenset[Variable],
    ) -> None:
        super().__init__(work, loop, polls)
        self.run = run
        self._told = {run, *aliases}
        self._asked = {work.outer(s) for s in work.plan.sites if s.operation in POLLS}
        self._tell()
        self._counted = self._counters()

    # -- the run -----------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Names that the loop only copies the run, or parts of it, to: ``status = run.status``."""
        before: set[Variable] = set()
        while before != self._told:
            before = set(self._told)
            for statement in ast.walk(ast.Module(body=self.loop.body, type_ignores=[])):
                target = self._target(statement)
                if isinstance(statement, ast.Assign) and target and self._tells(statement.value):
                    self._told.add(target)

    def _tells(self, value: ast.expr) -> bool:
        """Whether an expression is the run as it is now, or something of it."""
        part = value
        while isinstance(part, ast.Attribute):
            part = part.value
        return part in self._asked or (self.reads_run(value) and pauses.is_plain(value))

    def _target(self, statement: ast.AST) -> Variable | None:
        """The one name that a statement assigns to."""
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            node: ast.expr = statement.targets[0]
        elif isinstance(statement, (ast.AugAssign, ast.AnnAssign)):
            node = statement.target
        else:
            return None
        return self.work.facts.scopes.variable(node) if isinstance(node, ast.Name) else None

    def _reads(self, node: ast.AST, variables: set[Variable]) -> bool:
        scopes = self.work.facts.scopes
        return any(
            isinstance(n, ast.Name) and scopes.variable(n) in variables for n in ast.walk(node)
        )

    def reads_run(self, node: ast.AST) -> bool:
        return self._reads(node, self._told)

    def _reads_counter(self, node: ast.AST) -> bool:
        return self._reads(node, self._counted)

    # -- counters ----------------------------------------------------------------------------------

    def _counts(self, node: ast.stmt) -> bool:
        """A counter, a clock, a pause: ``n += 1``, ``delay = min(delay * 2, 10)``."""
        target = self._target(node)
        if target is None or target in self._told:
            return False
        value = getattr(node, "value", None)
        return isinstance(value, ast.expr) and pauses.is_plain(value) and not self.reads_run(value)

    def _counters(self) -> set[Variable]:
        """What counts the rounds of the loop, or the time that it takes."""
        found = set()
        if isinstance(self.loop, ast.For):
            found |= set(rounds(self.work, self.loop))
        for statement in ast.walk(ast.Module(body=self.loop.body, type_ignores=[])):
            if isinstance(statement, ast.AugAssign) or (
                isinstance(statement, ast.Assign) and pauses.reads_clock(statement.value)
            ):
                target = self._target(statement)
                if target is not None and self._counts(statement):
                    found.add(target)
        return found

    def _unknown(self) -> set[Variable]:
        """Counters that have no certain value in the one round that is left."""
        known = set(rounds(self.work, self.loop)) if first_round(self.loop) is not None else set()
        return self._counted - known

    def _limits(self) -> set[Variable]:
        """Counters and clocks that the loop ends by."""
        if isinstance(self.loop, ast.While) and self._reads_counter(self.loop.test):
            return self._counted
        tests = [n.test for n in ast.walk(self.loop) if isinstance(n, ast.If)]
        return self._counted if any(self._reads_counter(t) for t in tests) else set()

    def _is_read(self, statement: ast.stmt) -> bool:
        """Whether what an assignment of the loop sets is read by anything that stays."""
        target = self._target(statement) if isinstance(statement, ast.Assign) else None
        return target is not None and any(
            isinstance(use.ctx, ast.Load) and not self._goes(use, target)
            for use in self.work.facts.scopes.uses(target)
        )

    def _goes(self, use: ast.expr, target: Variable) -> bool:
        """Whether a name is read by what is only there while the run is waited for."""
        above = list(self.work.tree.ancestors(use))
        if self.loop not in above:
            return False
        inside = above[: above.index(self.loop)]
        statements = [a for a in inside if isinstance(a, ast.stmt)]
        return not statements or any(
            self._waits(s)
            or s in self._polls
            or (self._target(s) == target and not self.reads_run(s))
            or (pauses.speaks(s) and not self._is_kept(s))
            or (isinstance(s, ast.If) and not self.reads_run(s.test))
            for s in statements
        )

    def _is_kept(self, statement: ast.stmt) -> bool:
        return self.reads_run(statement) and not self._reads(statement, self._unknown())

    def _check_counter(self) -> None:
        """What is left may read the counter of a ``for`` loop: it is that of the first round."""
        scopes = self.work.facts.scopes
        kept = {id(n) for s in self._body for n in ast.walk(s)}
        inside = {id(n) for n in ast.walk(self.loop)}
        late = {id(n) for s in self.loop.orelse for n in ast.walk(s)}
        for variable in rounds(self.work, self.loop):
            for use in scopes.uses(variable):
                if id(use) in late:
                    self._refuse(use, "the number of rounds of the loop is read here")
                    return
                if isinstance(use.ctx, ast.Load) and (id(use) in kept or id(use) not in inside):
                    bound = any(
                        self.work.facts.tree.span(b.node).start < self._start
                        for b in scopes.bindings(variable)
                    )
                    if bound:
                        continue
                    first = first_round(self.loop)
                    if first is None:
                        self._refuse(use, "the number of rounds of the loop is read here")
                        return
                    self._heads = [f"{variable.name} = {first}"]

    @property
    def _start(self) -> int:
        return self.work.tree.span(self.loop).start


__all__ = ["LoopNames"]
