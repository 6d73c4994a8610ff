"""Places in a text and changes to it; offsets count code points from the start of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def touches(self, other: Span) -> bool:
        """Whether the two share a code point or meet at an edge (a cursor touches its word)."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace what stands at ``span`` by ``text``; an empty span inserts."""

    span: Span
    text: str


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, which are positions in the same original text.

    Raises:
        ValueError: two edits overlap.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        if edit.span.start < at:
            raise ValueError(f"overlapping edits at offset {edit.span.start}")
        parts += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(source[at:])
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Offsets to lines and back; lines end at ``\\r\\n``, ``\\r`` or ``\\n`` only, as in LSP."""

    source: str
    starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in _NEWLINE.finditer(self.source)))
        object.__setattr__(self, "starts", starts)

    def line_of(self, offset: int) -> int:
        """The zero-based line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Zero-based line and column, both in code points."""
        line = self.line_of(offset)
        return line, offset - self.starts[line]

    def offset(self, line: int, column: int) -> int:
        """The offset of a zero-based position; past the end of the text it is the end."""
        if line >= len(self.starts):
            return len(self.source)
        return min(self.starts[line] + column, len(self.source))

    def line_start(self, offset: int) -> int:
        return self.starts[self.line_of(offset)]

    def line_end(self, offset: int) -> int:
        """The offset just behind the line's terminator (or the end of the text)."""
        line = self.line_of(offset) + 1
        return self.starts[line] if line < len(self.starts) else len(self.source)
