"""All conversions between the core's code-point offsets and the protocol's positions.

pygls' own ``PositionCodec`` is not used: it changes its arguments, and it ends lines at form feeds.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from unspool_rules.model import Edit, LineIndex, Span

UTF8 = types.PositionEncodingKind.Utf8
UTF16 = types.PositionEncodingKind.Utf16
UTF32 = types.PositionEncodingKind.Utf32

Encoding = types.PositionEncodingKind | str


class Text:
    """One text and its positions in the encoding that was agreed with the client.

    Positions that are not in the text are moved to the nearest place that is, as the protocol
    demands for columns and as is kindest for lines.
    """

    def __init__(self, source: str, encoding: Encoding) -> None:
        self.source = source
        self._encoding = encoding
        self._index = LineIndex(source)
        self._simple = encoding == UTF32 or source.isascii()

    def position(self, offset: int) -> types.Position:
        line, column = self._index.position(offset)
        if not self._simple:
            column = _units(self.source[offset - column : offset], self._encoding)
        return types.Position(line, column)

    def range(self, span: Span) -> types.Range:
        first = self.position(span.start)
        if not self._simple or span.end >= self._index.line_end(span.start):
            return types.Range(first, self.position(span.end))
        last = types.Position(first.line, first.character + span.end - span.start)
        return types.Range(first, last)

    def offset(self, position: types.Position) -> int:
        if position.line >= len(self._index.starts):
            return len(self.source)
        start = self._index.starts[position.line]
        line = self.source[start : self._index.line_end(start)].rstrip("\r\n")
        if self._simple:
            return start + min(position.character, len(line))
        return start + _code_points(line, position.character, self._encoding)

    def span(self, place: types.Range) -> Span:
        start, end = self.offset(place.start), self.offset(place.end)
        return Span(min(start, end), max(start, end))

    def edits(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        return [types.TextEdit(self.range(edit.span), edit.text) for edit in edits]


def changed(
    source: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: Encoding
) -> str:
    """The text after some changes, each of which is a position in the result of those before."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            span = Text(source, encoding).span(change.range)
            source = source[: span.start] + change.text + source[span.end :]
        else:
            source = change.text
    return source


def path_of(uri: str) -> Path | None:
    """The file behind a URI; None for untitled documents and paths of other systems."""
    try:
        name = to_fs_path(uri) if uri.startswith("file:") else None
    except ValueError:
        return None
    path = Path(name) if name else None
    return path if path and path.is_absolute() else None


def _units(text: str, encoding: Encoding) -> int:
    """Code units of a text."""
    if encoding == UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(character > "\uffff" for character in text)


def _code_points(line: str, units: int, encoding: Encoding) -> int:
    """Code points in the first ``units`` code units; a position inside a character is its start."""
    for count, character in enumerate(line):
        units -= _units(character, encoding)
        if units < 0:
            return count
    return len(line)
