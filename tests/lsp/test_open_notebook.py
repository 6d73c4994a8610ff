"""A notebook that was changed step by step is the one that is opened at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from tests.lsp.notebook_editor import Cell

from unspool_server.lsp.notebooks import Notebooks, OpenNotebook

URI = "file:///c%3A/a.ipynb"
TEXTS = ("a = 1", "!ls", "é = '😀'\nb", "%%time\nc = 2\n", "", "%%bash\nls", "d = (1,\n2)")
LANGUAGES = ("python", "python", "markdown", "shellscript")

_steps = st.tuples(
    st.sampled_from(("add", "move", "delete", "write", "markup")),
    st.integers(0, 100),
    st.integers(0, 100),
    st.sampled_from(TEXTS),
    st.sampled_from(LANGUAGES),
)


@given(st.lists(_steps, max_size=12))
def test_steps_lead_to_what_is_opened(steps: list[tuple[str, int, int, str, str]]) -> None:
    cells = [Cell("cell:0", "a = 1"), Cell("cell:1", "b = a")]
    book = _opened(cells)
    books = Notebooks()
    books.open(book)
    for number, (what, first, second, text, language) in enumerate(steps, 2):
        at, to = first % (len(cells) + 1), second % (len(cells) + 1)
        if what == "add":
            _splice(book, cells, at, 0, [Cell(f"cell:{number}", text, language)])
        elif what == "delete":
            _splice(book, cells, min(at, to), abs(to - at), [])
        elif not cells:
            continue
        elif what == "move":
            low, high = min(at, to), max(at, to)
            _splice(book, cells, low, high - low, [*cells[low + 1 : high], *cells[low:high][:1]])
        elif what == "write":
            _write(book, cells[at % len(cells)], text)
        else:
            cell = cells[at % len(cells)]
            data = types.NotebookCell(cell.kind, cell.uri, metadata={"x": 1})
            book.change(types.NotebookDocumentCellChanges(data=[data]), "utf-16")
        books.place(book)
    now, fresh = book.program(), _opened(cells).program()
    assert now.program == fresh.program
    assert now.documents == fresh.documents
    assert {uri for uri in book.uris if books.home(uri) == URI} == {cell.uri for cell in cells}
    assert not any(books.has_cell(f"cell:{n}") for n in range(20) if f"cell:{n}" not in book.uris)


def test_uris_are_known_however_they_are_written() -> None:
    books = Notebooks()
    books.open(_opened([Cell("vscode-notebook-cell:/c%3A/a%20b.ipynb#W1%3D", "a")]))
    assert books.home("vscode-notebook-cell:/c:/a b.ipynb#W1=") == URI
    assert books.get("file:///C:/a.ipynb")
    assert books.close(URI)
    assert books.home("cell:other") == "cell:other"
    assert not books.has_cell("vscode-notebook-cell:/c:/a b.ipynb#W1=")


def _opened(cells: list[Cell]) -> OpenNotebook:
    return OpenNotebook(URI, [c.listed() for c in cells], [c.item() for c in cells])


def _splice(book: OpenNotebook, cells: list[Cell], start: int, gone: int, new: list[Cell]) -> None:
    old = cells[start : start + gone]
    cells[start : start + gone] = new
    array = types.NotebookCellArrayChange(start, gone, [cell.listed() for cell in new])
    opened = [cell.item() for cell in new if cell not in old]
    closed = [types.TextDocumentIdentifier(cell.uri) for cell in old if cell not in new]
    structure = types.NotebookDocumentCellChangeStructure(array, opened, closed)
    book.change(types.NotebookDocumentCellChanges(structure=structure), "utf-16")


def _write(book: OpenNotebook, cell: Cell, text: str) -> None:
    cell.text, cell.version = text, cell.version + 1
    content = types.NotebookDocumentCellContentChanges(
        types.VersionedTextDocumentIdentifier(cell.version, cell.uri),
        [types.TextDocumentContentChangeWholeDocument(text)],
    )
    book.change(types.NotebookDocumentCellChanges(text_content=[content]), "utf-16")
