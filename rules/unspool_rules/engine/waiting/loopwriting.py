"""What stands in place of a loop that waited: those of its statements that are to run once."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

_OPPOSITE = {ast.Eq: "!=", ast.NotEq: "==", ast.In: "not in", ast.NotIn: "in"}


class LoopWriter:
    """Writes the statements that are kept of a loop."""

    def __init__(self, work: Work, loop: ast.While | ast.For, polls: set[ast.stmt]) -> None:
        self.work = work
        self.loop = loop
        self._polls = polls
        self._heads: list[str] = []
        """Lines before all others."""
        self._body: list[ast.stmt] = []
        self._after: list[ast.stmt] = []
        """The ``else`` of a loop that always came to it."""
        self._otherwise: dict[ast.If, list[ast.stmt]] = {}
        """What runs if a choice is not made: the ``else`` of the loop that the choice left."""
        self._tried: list[list[ast.stmt]] = []
        """Bodies of ``try`` that are judged as the loop's own."""
        self._attempts: dict[ast.Try, list[ast.stmt]] = {}
        """What is kept of them."""
        self._final: Callable[[Rendering], list[str]] | None = None
        """What ends a function that the loop never let come to its end."""
        self._needed: ast.If | None = None
        """The choice that sets a name which is read behind the loop."""
        self._setter: ast.stmt | None = None
        """The statement of that choice that sets it."""
        self._error: Callable[[Rendering], list[str]] | None = None
        """What is done where the choice does not set it."""
        self._passed: list[list[ast.stmt]] = []
        """Branches of that choice that only waited."""

    def _waits(self, node: ast.stmt) -> bool:
        return pauses.sleeps(node) or self._imports_sleep(node)

    def _imports_sleep(self, node: ast.stmt) -> bool:
        """``import time`` in the loop, for its pauses alone."""
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            return False
        scopes, tree = self.work.facts.scopes, self.work.tree
        around = scopes.scope_of(node)
        names = [(alias.asname or alias.name).split(".")[0] for alias in node.names]
        found = [scopes.lookup(name, around) for name in names]
        reads = [read for name in found if name is not None for read in scopes.reads(name)]
        return None not in found and all(
            pauses.sleeps(tree.statement(read)) and self.loop in tree.ancestors(read)
            for read in reads
        )

    def _is_gone(self, node: ast.stmt) -> bool:
        """Whether a statement of a kept branch goes."""
        return (
            isinstance(node, (ast.Break, ast.Continue)) or node in self._polls or self._waits(node)
        )

    def lines(self, r: Rendering) -> list[str]:
        """What stands in place of the loop."""
        kept = [*self._body, *self._after]
        spans = [*map(r.lines_span, self._ends(kept)), *map(self.work.tree.span, self._tests(kept))]
        comments = r.comments_within(r.lines_span(self.loop), spans)
        return [*comments, *self._once(r)]

    def left(self) -> frozenset[ast.AST]:
        """What stays of the loop."""
        kept = [*self._body, *self._after]
        tops = [*self._ends(kept), *self._tests(kept)]
        return frozenset(node for top in tops for node in ast.walk(top))

    def _once(self, r: Rendering) -> list[str]:
        after = self._render(self._filtered(self._after), r)
        final = self._final(r) if self._final is not None else []
        return [*self._heads, *self._render(self._body, r), *after, *final]

    def _ends(self, block: list[ast.stmt]) -> Iterator[ast.stmt]:
        """The statements whose lines are kept as they are."""
        for statement in block:
            if isinstance(statement, ast.If):
                for branch in self._branches(statement):
                    yield from self._ends(branch)
                for link in pauses.chain(statement):
                    yield from self._ends(self._otherwise.get(link, []))
            elif isinstance(statement, ast.Try) and statement in self._attempts:
                yield from self._ends(self._attempts[statement])
                for handler in statement.handlers:
                    yield from self._filtered(handler.body)
            elif not self._is_gone(statement):
                yield statement

    def _tests(self, block: list[ast.stmt]) -> Iterator[ast.expr]:
        """The tests of choices that are kept, whose comments are kept within them."""
        for statement in block:
            if isinstance(statement, ast.If):
                yield from pauses.tests(statement)
                for branch in self._branches(statement):
                    yield from self._tests(branch)
                for link in pauses.chain(statement):
                    yield from self._tests(self._otherwise.get(link, []))
            elif isinstance(statement, ast.Try) and statement in self._attempts:
                yield from self._tests(self._attempts[statement])

    def _is_silenced(self) -> bool:
        """Whether something that only speaks goes."""
        kept = {inner for one in self._ends([*self._body, *self._after]) for inner in ast.walk(one)}
        spoken = (s for s in ast.walk(self.loop) if isinstance(s, ast.stmt) and pauses.speaks(s))
        return any(statement not in kept for statement in spoken)

    def _branches(self, node: ast.If) -> Iterator[list[ast.stmt]]:
        """The branches of a choice that stay here."""
        return (body for body in pauses.branches(node) if not self._is_passed(body))

    def _is_passed(self, branch: list[ast.stmt]) -> bool:
        """Whether a branch goes: one where the loop went on, and going on is an error."""
        return any(branch is one for one in self._passed)

    def _is_answered(self, node: ast.If) -> bool:
        """Whether the test of a choice is not true any more, because it was seen to before."""
        return False

    def _only_waited(self, branch: list[ast.stmt]) -> bool:
        """Whether all that is done in a branch is to wait for the next round."""
        return all(
            isinstance(s, ast.Continue) or s in self._polls or self._waits(s) or pauses.speaks(s)
            for s in branch
        )

    def _error_of(self, node: ast.If, r: Rendering) -> list[str]:
        """What is done where a choice does not set what is read behind it."""
        if node is not self._needed or self._error is None or self._setter is None:
            return []
        return self._error(r) if r.dedented(self._setter) else []

    def _render(self, block: list[ast.stmt], r: Rendering) -> list[str]:
        found: list[str] = []
        for statement in block:
            if statement in r.rewritten:
                found += r.rewritten[statement](r)
            elif isinstance(statement, ast.If):
                found += self._render_if(statement, r, "if", error=self._error_of(statement, r))
            elif isinstance(statement, ast.Try) and statement in self._attempts:
                found += self._render_try(statement, r)
            else:
                found += r.dedented(statement)
        return found

    def _render_if(
        self,
        node: ast.If,
        r: Rendering,
        word: str,
        aside: Sequence[ast.stmt] = (),
        error: Sequence[str] = (),
    ) -> list[str]:
        """The lines of a choice.

        Args:
            word: what it begins with, ``if`` or ``elif``.
            aside: what runs where no branch is taken.
            error: the lines behind that.
        """
        other = node.orelse[0] if len(node.orelse) == 1 else None
        aside = [*self._filtered(self._otherwise.get(node, [])), *aside]
        if isinstance(other, ast.If) and self._is_passed(node.body):
            return self._render_if(other, r, word, aside, error)
        answered = self._is_answered(node)
        body = [] if self._is_passed(node.body) else self._render(self._filtered(node.body), r)
        kept = [] if self._is_passed(node.orelse) else self._filtered(node.orelse)
        if isinstance(other, ast.If):
            orelse = self._render_if(other, r, "elif", aside, error)
        elif body and not kept and len(aside) == 1 and isinstance(aside[0], ast.If):
            orelse = self._render_if(aside[0], r, "elif", (), error)
        else:
            lines = [*self._render([*kept, *aside], r), *error]
            orelse = lines if answered and word == "if" else _block("else:", lines)
        only_fails = word == "elif" and self._is_passed(node.body) and not kept and not aside
        if answered or only_fails:
            return orelse
        if orelse[:1] == ["else:"] and not body and word == "if":
            return [f"if {_negated(node.test, r)}:", *orelse[1:]]
        if not body and not orelse:
            return []
        return [*r.head(word, node.test), *_indented(body or ["pass"]), *orelse]

    def _render_try(self, node: ast.Try, r: Rendering) -> list[str]:
        body = self._render(self._attempts[node], r)
        if not body:
            return []
        found = ["try:", *_indented(body)]
        for handler in node.handlers:
            named = f" as {handler.name}" if handler.name else ""
            caught = f" {r.text(handler.type)}" if handler.type is not None else ""
            inner = self._render(self._filtered(handler.body), r)
            found += [f"except{caught}{named}:", *_indented(inner or ["pass"])]
        return found

    def _filtered(self, block: list[ast.stmt]) -> list[ast.stmt]:
        return [s for s in block if not self._is_gone(s)]


def _negated(test: ast.expr, r: Rendering) -> str:
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and test not in r.replacements:
        sign = _OPPOSITE.get(type(test.ops[0]))
        if sign is not None and test.lineno == test.end_lineno:
            return f"{r.text(test.left)} {sign} {r.text(test.comparators[0])}"
    return f"not ({r.text(test)})"


def _block(head: str, lines: list[str]) -> list[str]:
    return [head, *_indented(lines)] if lines else []


def _indented(lines: list[str]) -> list[str]:
    return ["    " + line if line.strip() else line for line in lines]


def flush(text: str, width: int) -> list[str]:
    """Lines without the white space that a block's lines begin with, and no empty ones around."""
    lines = [
        line[width:] if not line[:width].strip() else line.lstrip() for line in text.split("\n")
    ]
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return [line.rstrip() if not line.strip() else line for line in lines]
