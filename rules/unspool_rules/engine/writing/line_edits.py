"""Statements that go, come or are written anew, as edits of whole lines."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from unspool_rules.model import Edit, Span
from unspool_rules.syntax.tree import head

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering


class LineEdits:
    """The lines of one change."""

    def __init__(self, change: Rendering) -> None:
        self.change = change
        self.tree = change.tree
        self._before: dict[ast.stmt, list[str]] = {}
        self._after: dict[ast.stmt, list[str]] = {}
        self._placed: set[ast.stmt] = set()
        """Statements that stand in others that are written anew, with the lines around them."""

    def before(self, statement: ast.stmt, line: str) -> None:
        """Put a line before a statement, once."""
        if not self.change.writes(statement):
            return
        lines = self._before.setdefault(statement, [])
        if line not in lines:
            lines.append(line)

    def after(self, statement: ast.stmt, line: str) -> None:
        """Put a line after a statement, once."""
        if not self.change.writes(statement):
            return
        lines = self._after.setdefault(statement, [])
        close = bool(lines) and lines[-1].endswith("\n") and line.startswith("\n\n")
        if line not in lines and line[1:] not in lines:
            lines.append(line[1:] if close else line)  # two blank lines between, not three

    def within(self, node: ast.stmt, span: Span, *, fresh: bool) -> Iterator[Edit]:
        """Lines before and after statements within one that is written anew as a whole.

        Args:
            fresh: whether its text ends at the beginning of a line.
        """
        stack = [n for n in self.change.children(node) if n not in self.change.replacements]
        while stack:
            child = stack.pop()
            if isinstance(child, ast.stmt):
                yield from self._around(child, span, fresh=fresh)
                if child in self.change.rewritten:
                    continue
            stack += [n for n in self.change.children(child) if n not in self.change.replacements]

    def _around(self, statement: ast.stmt, span: Span, *, fresh: bool) -> Iterator[Edit]:
        indent = self.tree.indent(statement)
        before, after = self._before.get(statement, ()), self._after.get(statement, ())
        self._placed.add(statement)
        if self._shares_line(statement, (*before, *after)):
            for edit in self._on_its_line(statement, before, after):
                place = edit.span.start - span.start
                yield Edit(Span(place, place), edit.text)
            return
        if before:
            start = self.change.lines_span(head(statement)).start - span.start
            text = "".join(self._inserted(indent, line) for line in before)
            yield Edit(Span(start, start), text)
        if after:
            end = min(self.change.lines_span(statement).end, span.end) - span.start
            text = "".join(self._inserted(indent, line) for line in after)
            if end == span.end - span.start:
                text = ("" if fresh else self.change.newline) + text.removesuffix(
                    self.change.newline
                )
            yield Edit(Span(end, end), text)

    def of_statements(self) -> list[Edit]:
        found: list[Edit] = []
        for statement in sorted(self.change.rewritten, key=lambda s: self.tree.span(s).start):
            above = self.tree.ancestors(statement)
            if not self.change.writes(statement) or any(
                p in self.change.rewritten or p in self.change.replacements for p in above
            ):
                continue
            span, text = self.statement_text(statement)
            ends = self.tree.source[span.start : span.end].endswith(("\n", "\r"))
            if not text and ends and statement not in self.change.in_place:
                span = self._with_blank_line(span)
            found.append(Edit(span, text))
        return found

    def statement_text(self, statement: ast.stmt) -> tuple[Span, str]:
        """The lines that take a statement's lines; ``pass`` where a block would be left empty."""
        lines = self.change.rewritten[statement](self.change)
        block = self.tree.block_of(statement)
        if not _has_code(lines) and statement is block[-1]:
            others = [s for s in block if s is not statement]
            if all(
                s in self.change.rewritten and not _has_code(self.change.rewritten[s](self.change))
                for s in others
            ):
                lines = [*lines, "pass"]
        span = self.change.lines_span(statement)
        indent = self.tree.indent(statement)
        text = "".join(
            (indent + line if line.strip() else "") + self.change.newline for line in lines
        )
        if not self.tree.source[span.start : span.end].endswith(("\n", "\r")):
            text = text[: -len(self.change.newline)] if text else text
        return span, text

    def _with_blank_line(self, span: Span) -> Span:
        """Take one of two blank lines along that a removed statement would leave side by side."""
        source, lines = self.tree.source, self.tree.lines
        own = self.change.extent
        before = lines.line_start(span.start - 1) if span.start > own.start else span.start
        blank_before = span.start == own.start or not source[before : span.start].strip()
        end = lines.line_end(span.end) if span.end < own.end else span.end
        if blank_before and end > span.end and not source[span.end : end].strip():
            return Span(span.start, end)
        return span

    def insertions(self) -> list[Edit]:
        found = []
        for statement in {**self._before, **self._after}:
            before, after = self._before.get(statement, ()), self._after.get(statement, ())
            if statement not in self._placed and self._shares_line(statement, (*before, *after)):
                self._placed.add(statement)
                found += self._on_its_line(statement, before, after)
        for statement, lines in self._after.items():
            if statement in self._placed:
                continue
            span = self.change.lines_span(statement)
            indent = self.tree.indent(statement)
            text = "".join(self._inserted(indent, line) for line in lines)
            if not self.tree.source[span.start : span.end].endswith(("\n", "\r")):
                text = self.change.newline + text[: -len(self.change.newline)]
            found.append(Edit(Span(span.end, span.end), text))
        for statement, lines in self._before.items():
            if statement in self._placed:
                continue
            span = self.change.lines_span(head(statement))
            indent = self.tree.indent(statement)
            text = "".join(self._inserted(indent, line) for line in lines)
            found.append(Edit(Span(span.start, span.start), text))
        return found

    def _shares_line(self, statement: ast.stmt, lines: Sequence[str]) -> bool:
        """Whether a statement has other code on its line, where further statements can stand."""
        simple = not any("\n" in line or line.endswith(":") for line in lines)
        return simple and head(statement) is statement and not self.tree.stands_alone(statement)

    def _on_its_line(
        self, statement: ast.stmt, before: Sequence[str], after: Sequence[str]
    ) -> list[Edit]:
        span = self.tree.span(statement)
        found = [Edit(Span(span.start, span.start), f"{line}; ") for line in before]
        return found + [Edit(Span(span.end, span.end), f"; {line}") for line in after]

    def _inserted(self, indent: str, line: str) -> str:
        parts = (indent + part if part.strip() else "" for part in line.split("\n"))
        return self.change.with_line_ends("\n".join(parts)) + self.change.newline

    def merge(self, edits: Iterable[Edit]) -> list[Edit]:
        """Put insertions at one place together, and those at the edge of an edit into it."""
        merged: list[Edit] = []
        for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
            last = merged[-1] if merged else None
            if (
                last is not None
                and edit.span.start == last.span.end
                and (edit.span.start == edit.span.end or last.span.start == last.span.end)
            ):
                text = edit.text
                removed = not last.text and self.tree.lines.position(last.span.start)[1] == 0
                if removed and edit.span.start == self.change.extent.end:
                    text = text.removeprefix(self.change.newline)  # the line before has its end
                merged[-1] = Edit(Span(last.span.start, edit.span.end), last.text + text)
            else:
                merged.append(edit)
        return merged


def _has_code(lines: list[str]) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)
