"""A notebook's code cells as one text, and edits of that text as edits of the cells.

Between two cells stands a comment line, so that no statement, paragraph or run of blank lines goes
from one cell into the next, and so that the end of a cell is not the start of another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from unspool_rules.model import Edit, LineIndex, Span, apply_edits
from unspool_rules.model.changes import difference
from unspool_rules.notebook.magics import Masked, mask, names_in

_BORDER = "# %%"
_NEWLINE = re.compile(r"\r\n|\r|\n")
_LEADING = re.compile(r"\A(?:[ \t]*(?:\r\n|\r|\n))+")
_TRAILING = re.compile(r"(?:\r\n|\r|\n)[ \t\r\n]*\Z")


class Misfit(ValueError):  # noqa: N818 - an answer more than an error
    """Edits that cannot be made in the cells."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One code cell of a program."""

    number: int
    """From 1, among all cells of the notebook."""
    text: str
    masked: Masked
    start: int
    """Where it begins in the program."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def broken(self) -> bool:
        """Whether it is not Python, so that the rest is analysed without it."""
        return not self.masked.valid


@dataclass(frozen=True, slots=True)
class Program:
    """What the cells of a notebook do together."""

    cells: tuple[Cell, ...]
    """The Python cells that hold something."""
    text: str
    original: str
    """The same without masks: as long, and with the same places."""
    half_typed: bool
    """Whether somebody is typing in a cell that is not Python yet; ``text`` is no Python then."""
    newline: str

    @classmethod
    def of(cls, cells: Iterable[tuple[int, str]], typing: int | None = None) -> Program:
        """Build the program.

        Args:
            cells: numbers and texts of the code cells, in order.
            typing: the cell that is being typed in, which stays in the text even when broken.
        """
        kept = [(number, text) for number, text in cells if text.strip()]
        first = next((m for _, text in kept if (m := _NEWLINE.search(text))), None)
        newline = first[0] if first else "\n"
        border = newline + _BORDER + newline
        made: list[Cell] = []
        parts: list[str] = []
        originals: list[str] = []
        at, half_typed = 0, False
        for number, text in kept:
            masked = mask(text)
            if masked.foreign:
                continue
            if parts:
                parts.append(border)
                originals.append(border)
                at += len(border)
            shown = masked.text
            if not masked.valid:
                half_typed = half_typed or number == typing
                shown = text if number == typing else re.sub(r"[^\r\n]", " ", text)
            made.append(Cell(number, text, masked, at))
            parts.append(shown)
            originals.append(text)
            at += len(text)
        if parts:
            parts.append(newline)
            originals.append(newline)
        return cls(tuple(made), "".join(parts), "".join(originals), half_typed, newline)

    @property
    def hidden(self) -> Mapping[int, frozenset[str]]:
        """Names that a cell may use in what the analysis does not see."""
        words = {c.number: names_in(c.text) if c.broken else c.masked.words for c in self.cells}
        return {number: names for number, names in words.items() if names}

    def cell(self, offset: int) -> Cell | None:
        """The cell that an offset is in; the border behind a cell counts as its end."""
        index = bisect_right(self.cells, offset, key=lambda cell: cell.start) - 1
        return self.cells[index] if index >= 0 else None

    def numbered(self, number: int) -> Cell | None:
        return next((cell for cell in self.cells if cell.number == number), None)

    def within(self, span: Span) -> tuple[Cell, Span] | None:
        """A span's cell and its place there, cut where that cell ends."""
        cell = self.cell(span.start)
        if cell is None:
            return None
        start = min(span.start - cell.start, len(cell.text))
        return cell, Span(start, max(start, min(span.end - cell.start, len(cell.text))))

    def listed(self, text: str) -> str:
        """A text with such line numbers at the beginnings of list items."""
        return re.sub(r"(?m)^- line \d+(?=:)", lambda found: self.words(found[0]), text)

    def words(self, message: str) -> str:
        """A message whose line numbers are the program's, with those of the cells."""

        def place(found: re.Match[str]) -> str:
            offset = LineIndex(self.text).offset(int(found[1]) - 1, 0)
            cell = self.cell(offset)
            if cell is None:
                return found[0]
            line = LineIndex(cell.text).line_of(offset - cell.start) + 1
            return f"cell {cell.number}, line {line}"

        return re.sub(r"\bline (\d+)\b", place, message)

    def by_cell(self, edits: Iterable[Edit]) -> dict[int, tuple[Edit, ...]]:
        """The edits of each cell, by its number, as places in the cell's own text.

        Raises:
            Misfit: one crosses a cell's end, touches what is masked, or breaks the cell.
        """
        grouped: dict[int, list[Edit]] = {}
        cells = {cell.number: cell for cell in self.cells}
        for edit in edits:
            cell = self.cell(edit.span.start)
            if cell is None:
                raise Misfit("there is no cell for it")
            grouped.setdefault(cell.number, []).append(self._moved(edit, cell))
        found = {n: tuple(_settled(cells[n], own)) for n, own in grouped.items()}
        return {number: own for number, own in found.items() if own}

    def after(self, edits: Iterable[Edit]) -> dict[int, str]:
        """The new texts of the cells that the edits change, by their numbers.

        Raises:
            Misfit: as ``by_cell``.
        """
        cells = {cell.number: cell for cell in self.cells}
        return {n: apply_edits(cells[n].text, own) for n, own in self.by_cell(edits).items()}

    def clipped(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The same edits, each within the text of one cell.

        Raises:
            Misfit: that is not possible.
        """
        cells = {cell.number: cell for cell in self.cells}
        return tuple(
            Edit(Span(e.span.start + cells[n].start, e.span.end + cells[n].start), e.text)
            for n, own in self.by_cell(edits).items()
            for e in own
        )

    def _moved(self, edit: Edit, cell: Cell) -> Edit:
        """An edit in the cell's own places; the line end behind the cell counts one character."""
        if cell.broken:
            raise Misfit(f"cell {cell.number} is not valid Python")
        length, behind = len(cell.text), len(cell.text) + len(self.newline)
        start, end = edit.span.start - cell.start, edit.span.end - cell.start
        if (start > length and start != behind) or (end > length and end != behind):
            raise Misfit("it crosses the end of a cell")
        place = Span(min(start, length + 1), min(end, length + 1))
        own = _NEWLINE.search(cell.text)
        text = _NEWLINE.sub(own[0] if own else "\n", edit.text)
        return _beside_masks(Edit(place, text), cell)


def _beside_masks(edit: Edit, cell: Cell) -> Edit:
    start, end = edit.span.start, edit.span.end
    if start == end and start < cell.masked.head:
        if start != 0 or cell.masked.head >= len(cell.text):
            raise Misfit("it would stand above a cell magic")
        return Edit(Span(cell.masked.head, cell.masked.head), edit.text)
    for masked in cell.masked.masks:
        if start < masked.end and masked.start < end:
            raise Misfit("it touches a line that is no Python")
        same_line = start == end == masked.end and not edit.text.startswith(("\n", "\r"))
        if same_line or (start == end and masked.start < start < masked.end):
            raise Misfit("it touches a line that is no Python")
    return edit


def _settled(cell: Cell, edits: list[Edit]) -> Iterator[Edit]:
    """The edits of one cell, without the line end behind it and new blank lines at its edges."""
    before = cell.text
    after = apply_edits(before + "\n", edits)
    if after and not after.endswith(("\n", "\r")):
        raise Misfit("it would join two cells")
    plain = _without_last_end(after)
    tidy = plain
    if not _LEADING.match(before):
        tidy = _LEADING.sub("", tidy)
    if not _TRAILING.search(before):
        tidy = _TRAILING.sub("", tidy)
    if not cell.broken and not mask(tidy).valid:
        raise Misfit("the cell would not be Python any more")
    if mask(tidy).words != cell.masked.words:
        raise Misfit("it touches a line that is no Python")
    if tidy == plain and all(edit.span.end <= len(before) for edit in edits):
        yield from (e for e in sorted(edits) if e.text != before[e.span.start : e.span.end])
    else:
        yield from difference(before, tidy)


def _without_last_end(text: str) -> str:
    return text[:-2] if text.endswith("\r\n") else text[:-1]
