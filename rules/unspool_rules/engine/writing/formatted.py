"""What a change writes, laid out as a formatter leaves it, and nothing else.

Where a formatter leaves the text before the change as it is, it lays out the text after it.
Elsewhere each statement is looked at alone: one that is new, or that had the formatter's layout.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from unspool_rules.model import Edit, LineIndex, Span, apply_edits
from unspool_rules.model.changes import composed, difference, written
from unspool_rules.syntax.comments import same_comments
from unspool_rules.syntax.formatter import formatted
from unspool_rules.syntax.lone_statements import NO_END, Lines, laid_alone, looks_new, statements
from unspool_rules.syntax.stability import is_long, stable_length

_BOM = "\ufeff"
_NEAR = 3
"""So many lines around what changes may be blank lines that come or go with it."""


def length_of(source: str, line_length: int | None) -> int | None:
    """The longest line with which a formatter leaves a module as it is; None where none does.

    Args:
        source: the module's text.
        line_length: what the project says; without it the usual ones are tried.
    """
    return stable_length(_ended(_plain(source)), line_length)


def as_formatted(
    source: str, edits: tuple[Edit, ...], line_length: int, *, stable: bool
) -> tuple[Edit, ...]:
    """The edits as the formatter would leave what they write.

    They stay as they are where it would change lines that they do not touch, or what is said.

    Args:
        source: the text before the edits.
        edits: what is done to it.
        line_length: longest line, in characters.
        stable: whether the formatter leaves the text before the edits as it is.
    """
    if not edits:
        return edits
    change = _Change(source, edits)
    more = change.as_a_whole(line_length) if stable else None
    if more is None:
        more = change.by_statement(line_length)
    return composed(source, edits, more) if more else edits


def _plain(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n")


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _same(before: str, after: str) -> bool:
    """Whether two texts mean the same, with the same comments."""
    try:
        return _meaning(before) == _meaning(after) and same_comments(before, after)
    except SyntaxError:
        return False


def _meaning(text: str) -> str:
    return ast.dump(ast.parse(text))


class _Change:
    """A text before and after edits."""

    def __init__(self, source: str, edits: tuple[Edit, ...]) -> None:
        self.source = source
        self.edits = sorted(edits)
        self.after = apply_edits(source, edits)
        self.newline = "\r\n" if "\r\n" in source else "\n"
        self.plain = _plain(self.after)
        self.lines = LineIndex(self.after)
        self.rows = self.plain.split("\n")
        self.made = written(self.edits)

    def as_a_whole(self, line_length: int) -> list[Edit] | None:
        """What the formatter changes in the text after the edits; None where that is too much.

        It takes too long, too, in a long text, where statements that are laid out one by one leave
        nothing but blank lines to it.
        """
        if is_long(self.plain):
            return None
        laid = formatted(_ended(self.plain), line_length)
        if laid is None or not _same(self.plain, laid):
            return None
        if not self.plain.endswith("\n"):
            laid = laid.removesuffix("\n")
        head = self.after[: self.after.startswith(_BOM)]
        found = list(difference(self.after, head + laid.replace("\n", self.newline)))
        near = set(self._touched)
        for lines in self._statements:
            if not self._touched.isdisjoint(lines.rows):
                near.update(lines.rows)
        near = {row + more for row in near for more in range(-_NEAR, _NEAR + 1)}
        return found if all(self._rows(edit.span) <= near for edit in found) else None

    def by_statement(self, line_length: int) -> list[Edit]:
        """What the formatter changes in statements that are new, or that had its layout."""
        if any(sign in self.plain for sign in ("\r", "\n\t", "# fmt: off")):
            return []
        taken = Counter(row for lines in self._statements for row in lines.rows)
        found = []
        for lines in self._statements:
            if self._touched.isdisjoint(lines.rows) or any(taken[row] > 1 for row in lines.rows):
                continue
            text = self._text(lines)
            laid = laid_alone(text, line_length, holds=lines.holds)
            if laid is None or laid == text or "#" in self.rows[lines.last]:
                continue  # to make room for the comment behind it, code would be torn apart
            if self._may_be_laid(lines, line_length):
                found.append(Edit(self._place(lines), laid.replace("\n", self.newline)))
        after = _plain(apply_edits(self.after, found))
        return found if _same(self.plain, after) else []

    @cached_property
    def _statements(self) -> tuple[Lines, ...]:
        return tuple(statements(ast.parse(self.plain)))

    @cached_property
    def _touched(self) -> frozenset[int]:
        """The lines, from 0, that the edits have written."""
        line_of = self.lines.line_of
        return frozenset(
            row for made in self.made for row in range(line_of(made.start), line_of(made.end) + 1)
        )

    @cached_property
    def _old_rows(self) -> str:
        return _stripped(_plain(self.source))

    def _rows(self, span: Span) -> set[int]:
        first = self.lines.line_of(span.start)
        return set(range(first, max(first + 1, self.lines.line_of(span.end))))

    def _text(self, lines: Lines) -> str:
        return "".join(self.rows[row] + "\n" for row in lines.rows)

    def _place(self, lines: Lines) -> Span:
        start, end = self.lines.starts[lines.first], self.lines.starts[lines.last]
        return Span(start, self.lines.line_end(end))

    def _may_be_laid(self, lines: Lines, line_length: int) -> bool:
        """Whether a statement is new, or what was in its place had the formatter's layout."""
        place = self._place(lines)
        text = self.after[place.start : place.end]
        code = Span(place.start + len(text) - len(text.lstrip()), place.start + len(text.rstrip()))
        if any(made.contains(code) for made in self.made):
            own = self._text(lines)
            return _stripped(own) not in self._old_rows and looks_new(own, holds=lines.holds)
        index = LineIndex(self.source)
        start, end = self._before(code.start), self._before(code.end, at_end=True)
        old = _plain(self.source[index.line_start(start) : index.line_end(max(start, end - 1))])
        if old.count("\n") == 1 and len(lines.rows) > 1:
            line_length = NO_END  # nobody had laid out this line, and now it is several
        return laid_alone(old, line_length, holds=lines.holds) == old

    def _before(self, offset: int, *, at_end: bool = False) -> int:
        """Where a place was before the edits; an end of what stood where one has written."""
        index = bisect_right(self.made, offset, key=lambda made: made.start) - 1
        if index < 0:
            return offset
        edit, made = self.edits[index], self.made[index]
        if offset > made.end:
            return edit.span.end + offset - made.end
        return edit.span.end if at_end else edit.span.start


def _stripped(text: str) -> str:
    """Lines without their indentation."""
    return "".join(f"\n{row.strip()}" for row in text.split("\n") if row.strip()) + "\n"
