"""Open notebooks: their cells as the client changes them, one program for each notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from lsprotocol import types

from unspool_rules.notebook import Program
from unspool_server.cells import CellDocument, Cells
from unspool_server.lsp.convert import Encoding, changed, path_of
from unspool_server.uris import key_of

NOTEBOOKS = types.NotebookDocumentSyncOptions(
    [types.NotebookDocumentFilterWithNotebook(notebook="*")], save=True
)
"""All cells of all notebooks, so that cells are numbered as people see them."""


class OpenNotebook:
    """One notebook of the client."""

    def __init__(
        self,
        uri: str,
        cells: Iterable[types.NotebookCell],
        documents: Iterable[types.TextDocumentItem],
    ) -> None:
        self.uri = uri
        self.path: Path | None = path_of(uri)
        self._cells = list(cells)
        self._documents = {key_of(document.uri): document for document in documents}
        self._typing: str | None = None
        self._versions = count(1)
        self.version = 0

    @property
    def uris(self) -> tuple[str, ...]:
        """Of all cells."""
        return tuple(document.uri for document in self._documents.values())

    @property
    def python(self) -> frozenset[str]:
        """The URIs of the Python cells."""
        return frozenset(document.uri for _, document in self._python())

    def change(
        self, cells: types.NotebookDocumentCellChanges, encoding: Encoding
    ) -> frozenset[str]:
        """Take a change; gives the URIs of those that were Python cells before it."""
        before = self.python
        if cells.structure:
            self._restructure(cells.structure)
        data = {key_of(cell.document): cell for cell in cells.data or ()}
        self._cells = [data.get(key_of(cell.document), cell) for cell in self._cells]
        for content in cells.text_content or ():
            self._type(content, encoding)
        return before

    def program(self) -> Cells:
        """The Python cells as they stand; a new version each time."""
        self.version = next(self._versions)
        documents: dict[int, CellDocument] = {}
        typing = None
        for number, document in self._python():
            documents[number] = CellDocument(document.uri, document.version, document.text)
            typing = number if key_of(document.uri) == self._typing else typing
        texts = ((number, document.text) for number, document in documents.items())
        return Cells(Program.of(texts, typing), documents, typing)

    def _python(self) -> Iterator[tuple[int, types.TextDocumentItem]]:
        for number, cell in enumerate(self._cells, 1):
            document = self._documents.get(key_of(cell.document))
            if document and _is_python(cell, document):
                yield number, document

    def _restructure(self, structure: types.NotebookDocumentCellChangeStructure) -> None:
        array = structure.array
        end = array.start + array.delete_count
        self._cells[array.start : end] = array.cells or ()
        self._typing = None
        for identifier in structure.did_close or ():
            self._documents.pop(key_of(identifier.uri), None)
        for document in structure.did_open or ():
            self._documents[key_of(document.uri)] = document

    def _type(self, content: types.NotebookDocumentCellContentChanges, encoding: Encoding) -> None:
        key = key_of(content.document.uri)
        old = self._documents.get(key)
        if old is None:
            return
        text = changed(old.text, content.changes, encoding)
        version = content.document.version
        self._documents[key] = types.TextDocumentItem(old.uri, old.language_id, version, text)
        self._typing = key


class Notebooks:
    """All notebooks that are open, and whose cells are whose."""

    def __init__(self) -> None:
        self._open: dict[str, OpenNotebook] = {}
        self._homes: dict[str, str] = {}

    def open(self, notebook: OpenNotebook) -> None:
        self._open[key_of(notebook.uri)] = notebook
        self.place(notebook)

    def place(self, notebook: OpenNotebook) -> None:
        """Note which cells a notebook has now."""
        others = {cell: uri for cell, uri in self._homes.items() if uri != notebook.uri}
        self._homes = others | {key_of(uri): notebook.uri for uri in notebook.uris}

    def get(self, uri: str) -> OpenNotebook | None:
        return self._open.get(key_of(uri))

    def close(self, uri: str) -> OpenNotebook | None:
        notebook = self._open.pop(key_of(uri), None)
        if notebook:
            self._homes = {c: home for c, home in self._homes.items() if home != notebook.uri}
        return notebook

    def home(self, uri: str) -> str:
        """The URI of the notebook that a cell belongs to; any other URI as it is."""
        return self._homes.get(key_of(uri), uri)

    def has_cell(self, uri: str) -> bool:
        return key_of(uri) in self._homes


def _is_python(cell: types.NotebookCell, document: types.TextDocumentItem) -> bool:
    return cell.kind == types.NotebookCellKind.Code and document.language_id == "python"
