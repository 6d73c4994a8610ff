"""Places of an analysis in the documents that a client shows: a file, or one cell of a notebook."""

from __future__ import annotations

from typing import Protocol

from lsprotocol import types

from unspool_rules.model import Span
from unspool_server.cells import Cells
from unspool_server.lsp.convert import Encoding, Text
from unspool_server.session import Checked


class View(Protocol):
    """One document, with places in the analysed text."""

    def holds(self, span: Span) -> bool:
        """Whether a span begins in this document."""

    def range(self, span: Span) -> types.Range: ...

    def span(self, place: types.Range) -> Span: ...

    def offset(self, position: types.Position) -> int: ...

    def location(self, span: Span) -> types.Location:
        """Where a span is, also when that is another cell."""

    def inner(self, span: Span) -> Span | None:
        """A span within this document's own text; None when it is in another one."""


def view(checked: Checked, uri: str, encoding: Encoding) -> View:
    snapshot = checked.snapshot
    if snapshot.cells is None:
        return _FileView(snapshot.uri, Text(snapshot.source, encoding))
    return _CellView(uri, snapshot.cells, encoding)


class _FileView:
    def __init__(self, uri: str, text: Text) -> None:
        self._uri = uri
        self._known: dict[Span, types.Location] = {}
        self.range = text.range
        self.span = text.span
        self.offset = text.offset

    def holds(self, span: Span) -> bool:
        return True

    def location(self, span: Span) -> types.Location:
        known = self._known.get(span)
        if known is None:  # many findings have a place in common
            known = self._known[span] = types.Location(self._uri, self.range(span))
        return known

    def inner(self, span: Span) -> Span | None:
        return span


class _CellView:
    """A cell, or the notebook itself, in which nothing stands."""

    def __init__(self, uri: str, cells: Cells, encoding: Encoding) -> None:
        self._cells = cells
        self._encoding = encoding
        self._cell = cells.program.numbered(cells.number(uri))

    def holds(self, span: Span) -> bool:
        return self._cell is not None and self._cells.program.cell(span.start) is self._cell

    def range(self, span: Span) -> types.Range:
        return self.location(span).range

    def location(self, span: Span) -> types.Location:
        found = self._cells.program.within(span)
        assert found is not None  # an analysis of no cells says nothing
        cell, inner = found
        place = Text(cell.text, self._encoding).range(inner)
        return types.Location(self._cells.documents[cell.number].uri, place)

    def inner(self, span: Span) -> Span | None:
        found = self._cells.program.within(span)
        return found[1] if found and found[0] is self._cell else None

    def span(self, place: types.Range) -> Span:
        start, end = self.offset(place.start), self.offset(place.end)
        return Span(min(start, end), max(start, end))

    def offset(self, position: types.Position) -> int:
        if self._cell is None:
            return len(self._cells.program.text) + 1  # touches nothing
        return self._cell.start + Text(self._cell.text, self._encoding).offset(position)
