"""Loops that only wait for a run: they go, since a response is finished when it is returned."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from unspool_rules.engine.facts import Site
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.scopes import Variable

_SPEAKERS = {"print", "log", "debug", "info", "warning", "error", "exception", "write", "pprint"}
_CLOCKS = {"time", "monotonic", "perf_counter", "now"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A statement that does more than wait."""

    node: ast.AST
    reason: str


class WaitLoop:
    """The loop around a poll, judged by what its statements do."""

    def __init__(
        self, work: Work, loop: ast.While | ast.For, run: Variable, polls: list[Site]
    ) -> None:
        self.work = work
        self.loop = loop
        self.run = run
        self._polls = [work.tree.statement(p.func) for p in polls]
        self.refusals: list[Refusal] = []
        self.timed = False
        self.endless = isinstance(loop, ast.For) or _is_true(loop.test)
        if loop.orelse:
            self._refuse(loop.orelse[0], "the loop has an `else` branch")
        self._counted = self._counters()
        self._body = self._keep(loop.body, last=True)
        self._check_counter()

    def _refuse(self, node: ast.AST, reason: str) -> None:
        self.refusals.append(Refusal(node, reason))

    # -- judging -----------------------------------------------------------------------------------

    def _keep(self, block: list[ast.stmt], *, last: bool) -> list[ast.stmt]:
        """The statements that are to run once, in place of the loop."""
        kept: list[ast.stmt] = []
        for index, statement in enumerate(block):
            rest = block[index + 1 :]
            if statement in self._polls or self._waits(statement):
                continue
            if self._renews(statement):
                kept.append(statement)
                continue
            if isinstance(statement, (ast.Break, ast.Continue)):
                continue
            if isinstance(statement, ast.If):
                self._if(statement, rest, kept, last)
            elif self._speaks(statement) and block is self.loop.body:
                if self._reads_run(statement) and not self._reads_counter(statement):
                    kept.append(statement)
            elif self._counts(statement) and block is self.loop.body:
                self.timed = True
                if self._is_read(statement):
                    kept.append(statement)
            elif (
                isinstance(statement, (ast.Return, ast.Raise)) and self.endless
            ) or block is not self.loop.body:
                kept.append(statement)
            else:
                self._refuse(statement, "the loop does more than wait here")
        return kept

    def _renews(self, statement: ast.stmt) -> bool:
        """``status = retrieve(run_id=run.id)``, which becomes ``status = run``."""
        value = statement.value if isinstance(statement, ast.Assign) else None
        return value is not None and value in self.work.plan.replacements

    def _if(self, node: ast.If, rest: list[ast.stmt], kept: list[ast.stmt], last: bool) -> None:
        if not self._reads_run(node.test):
            if last and self._about_time(node):
                self.timed = True
                return
            self._refuse(node, "a condition that is not about the run")
            return
        for inner in ast.walk(node):
            if isinstance(inner, ast.Constant) and inner.value == "requires_action":
                self._refuse(node, "tool calls are handled in the loop")
                return
        leaves = self._leaves(node)
        if leaves and any(not self._only_waits(s) for s in rest):
            self._refuse(node, "what follows this condition runs only while the run is waited for")
            return
        for branch in _branches(node):
            self._keep(branch, last=False)
            for statement in branch:
                if statement is branch[-1] and isinstance(
                    statement, (ast.If, ast.Break, ast.Continue)
                ):
                    continue
                for inner in _leaving(statement):
                    self._refuse(inner, "the loop is left in the middle of a branch")
                    return
        kept.append(node)

    def _leaves(self, node: ast.If) -> bool:
        return any(
            isinstance(inner, (ast.Break, ast.Return, ast.Raise, ast.Continue))
            for inner in ast.walk(node)
        )

    def _only_waits(self, node: ast.stmt) -> bool:
        return (
            node in self._polls
            or self._renews(node)
            or self._waits(node)
            or (self._speaks(node) and not self._reads_run(node))
            or self._speaks(node)
            or self._counts(node)
            or isinstance(node, (ast.Continue, ast.Break))
            or (
                isinstance(node, ast.If)
                and not self._reads_run(node.test)
                and self._about_time(node)
            )
            or (isinstance(node, ast.If) and self._reads_run(node.test))
        )

    def _waits(self, node: ast.stmt) -> bool:
        if isinstance(node, ast.Pass):
            return True
        value = node.value if isinstance(node, ast.Expr) else None
        if isinstance(value, ast.Await):
            value = value.value
        if isinstance(value, ast.Call):
            func = value.func
            name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
            return name == "sleep"
        return isinstance(value, ast.Constant)

    def _speaks(self, node: ast.stmt) -> bool:
        value = node.value if isinstance(node, ast.Expr) else None
        if isinstance(value, ast.Await):
            value = value.value
        if not isinstance(value, ast.Call):
            return False
        func = value.func
        name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
        return name in _SPEAKERS

    def _counts(self, node: ast.stmt) -> bool:
        """A counter or a clock: ``n += 1``, ``elapsed = time.time() - start``."""
        if isinstance(node, ast.AugAssign):
            return isinstance(node.target, ast.Name) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            return self._reads_clock(node.value) or isinstance(node.value, ast.Constant)
        return False

    def _reads_clock(self, node: ast.expr) -> bool:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Call):
                func = inner.func
                name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
                if name in _CLOCKS:
                    return True
        return False

    def _about_time(self, node: ast.If) -> bool:
        """A time-out: its test reads a clock or a counter, its branch leaves the loop."""
        if node.orelse or not isinstance(node.test, ast.Compare):
            return False
        calls = [n for n in ast.walk(node.test) if isinstance(n, ast.Call)]
        timed = bool(calls) and all(self._reads_clock(c) for c in calls)
        counted = not calls and self._reads_counter(node.test)
        return (timed or counted) and isinstance(node.body[-1], (ast.Break, ast.Raise, ast.Return))

    # -- counters ----------------------------------------------------------------------------------

    def _counters(self) -> set[Variable]:
        """What counts the rounds of the loop, or the time that it takes."""
        found = set()
        targets: list[ast.AST] = []
        if isinstance(self.loop, ast.For):
            targets += ast.walk(self.loop.target)
        for statement in self.loop.body:
            if isinstance(statement, ast.AugAssign) and self._counts(statement):
                targets.append(statement.target)
            elif isinstance(statement, ast.Assign) and self._reads_clock(statement.value):
                targets += statement.targets
        for target in targets:
            if isinstance(target, ast.Name):
                variable = self.work.facts.scopes.variable(target)
                if variable is not None:
                    found.add(variable)
        return found

    def _reads_counter(self, node: ast.AST) -> bool:
        scopes = self.work.facts.scopes
        return any(
            isinstance(n, ast.Name) and scopes.variable(n) in self._counted for n in ast.walk(node)
        )

    def _is_read(self, statement: ast.stmt) -> bool:
        """Whether what an assignment of the loop sets is read by anything that stays."""
        target = statement.targets[0] if isinstance(statement, ast.Assign) else None
        if not isinstance(target, ast.Name):
            return False
        variable = self.work.facts.scopes.variable(target)
        stays = [s for s in self.loop.body if isinstance(s, ast.If) and self._reads_run(s.test)]
        inside = {id(n) for n in ast.walk(self.loop)}
        inside -= {id(n) for s in stays for n in ast.walk(s)}
        return variable is not None and any(
            isinstance(use.ctx, ast.Load) and id(use) not in inside
            for use in self.work.facts.scopes.uses(variable)
        )

    def _check_counter(self) -> None:
        """What is left must not read the counter of a ``for`` loop, which is not set any more."""
        if not isinstance(self.loop, ast.For):
            return
        scopes = self.work.facts.scopes
        kept = {id(n) for s in self._body for n in ast.walk(s)}
        inside = {id(n) for n in ast.walk(self.loop)}
        for target in ast.walk(self.loop.target):
            variable = scopes.variable(target) if isinstance(target, ast.Name) else None
            if variable is None:
                continue
            for use in scopes.uses(variable):
                if isinstance(use.ctx, ast.Load) and (id(use) in kept or id(use) not in inside):
                    bound = any(
                        self.work.facts.tree.span(b.node).start < self._start
                        for b in scopes.bindings(variable)
                    )
                    if not bound:
                        self._refuse(use, "the number of rounds of the loop is read here")
                        return

    @property
    def _start(self) -> int:
        return self.work.tree.span(self.loop).start

    def _reads_run(self, node: ast.AST) -> bool:
        scopes = self.work.facts.scopes
        return any(
            isinstance(n, ast.Name) and scopes.variable(n) == self.run for n in ast.walk(node)
        )

    # -- writing -----------------------------------------------------------------------------------

    def lines(self, r: Rendering) -> list[str]:
        """What stands in place of the loop."""
        kept_spans = [r.lines_span(s) for s in _leaf_statements(self._body)]
        comments = r.comments_within(r.lines_span(self.loop), kept_spans)
        return [*comments, *self._render(self._body, r)]

    def _render(self, block: list[ast.stmt], r: Rendering) -> list[str]:
        found: list[str] = []
        for statement in block:
            if statement in r.rewritten:
                found += r.rewritten[statement](r)
            elif isinstance(statement, ast.If):
                found += self._render_if(statement, r, "if")
            else:
                found += r.dedented(statement)
        return found

    def _render_if(self, node: ast.If, r: Rendering, word: str) -> list[str]:
        body = self._render(self._filtered(node.body), r)
        orelse: list[str] = []
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            orelse = self._render_if(node.orelse[0], r, "elif")
        elif node.orelse:
            inner = self._render(self._filtered(node.orelse), r)
            if inner:
                orelse = ["else:", *_indented(inner)]
        if not body and not orelse:
            return []
        return [
            f"{word} {r.text(node.test)}:",
            *_indented(body or ["pass"]),
            *orelse,
        ]

    def _filtered(self, block: list[ast.stmt]) -> list[ast.stmt]:
        return [
            s
            for s in block
            if not isinstance(s, (ast.Break, ast.Continue))
            and s not in self._polls
            and not self._waits(s)
        ]


def _indented(lines: list[str]) -> list[str]:
    return ["    " + line if line.strip() else line for line in lines]


def _leaving(node: ast.AST) -> Iterator[ast.stmt]:
    """``break`` and ``continue`` of the loop that a statement stands in."""
    if isinstance(node, (ast.Break, ast.Continue)):
        yield node
    elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        loop = isinstance(node, (ast.For, ast.AsyncFor, ast.While))
        below = node.orelse if loop else ast.iter_child_nodes(node)  # type: ignore[attr-defined]
        for child in below:
            yield from _leaving(child)


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value)


def _branches(node: ast.If) -> Iterator[list[ast.stmt]]:
    yield node.body
    if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        yield from _branches(node.orelse[0])
    elif node.orelse:
        yield node.orelse


def _leaf_statements(block: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in block:
        if isinstance(statement, ast.If):
            for branch in _branches(statement):
                yield from _leaf_statements(branch)
        else:
            yield statement
