"""The cells of an open notebook, each a document of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unspool_rules.notebook import Program
from unspool_server.uris import key_of


@dataclass(frozen=True, slots=True)
class CellDocument:
    """One code cell as the client has it."""

    uri: str
    """As the client wrote it."""
    version: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """What a notebook's program is made of."""

    program: Program
    documents: Mapping[int, CellDocument]
    """The code cells by their numbers, which count all cells from 1."""
    typing: int | None = None
    """The cell that the last change was typed into."""

    def number(self, uri: str) -> int:
        """Of the cell with a URI; 0 for any other document."""
        wanted = key_of(uri)
        return next((n for n, d in self.documents.items() if key_of(d.uri) == wanted), 0)

    def document(self, uri: str) -> CellDocument | None:
        return self.documents.get(self.number(uri))
