"""A notebook in an editor: cells with documents of their own, changed as VS Code changes them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from lsprotocol import types
from tests.lsp.editor import WAIT, RecordingClient, apply, units

_numbers = count(1)


@dataclass
class Cell:
    uri: str
    text: str
    language: str = "python"
    version: int = 1

    @property
    def kind(self) -> types.NotebookCellKind:
        markup = self.language == "markdown"
        return types.NotebookCellKind.Markup if markup else types.NotebookCellKind.Code

    def item(self) -> types.TextDocumentItem:
        return types.TextDocumentItem(self.uri, self.language, self.version, self.text)

    def listed(self) -> types.NotebookCell:
        return types.NotebookCell(self.kind, self.uri)


class NotebookEditor:
    """One notebook in one client."""

    def __init__(self, client: RecordingClient, encoding: str, uri: str) -> None:
        self.client = client
        self.encoding = encoding
        self.uri = uri
        self.version = 1
        self.cells: list[Cell] = []

    def cell(self, text: str, language: str = "python") -> Cell:
        """A new cell, not yet in the notebook."""
        path = self.uri.partition(":")[2]
        return Cell(f"vscode-notebook-cell:{path}#W{next(_numbers)}%3D", text, language)

    def open(self, *texts: str | Cell) -> None:
        self.cells = [t if isinstance(t, Cell) else self.cell(t) for t in texts]
        listed = [cell.listed() for cell in self.cells]
        document = types.NotebookDocument(self.uri, "jupyter-notebook", self.version, listed)
        items = [cell.item() for cell in self.cells]
        self.client.notebook_document_did_open(types.DidOpenNotebookDocumentParams(document, items))

    def close(self) -> None:
        identifiers = [types.TextDocumentIdentifier(cell.uri) for cell in self.cells]
        document = types.NotebookDocumentIdentifier(self.uri)
        self.client.notebook_document_did_close(
            types.DidCloseNotebookDocumentParams(document, identifiers)
        )

    def save(self) -> None:
        document = types.NotebookDocumentIdentifier(self.uri)
        self.client.notebook_document_did_save(types.DidSaveNotebookDocumentParams(document))

    def type(self, number: int, start: int, end: int, new: str) -> None:
        """Replace a part of a cell (numbers are from 0)."""
        cell = self.cells[number]
        place = types.Range(self.position(cell, start), self.position(cell, end))
        cell.text = cell.text[:start] + new + cell.text[end:]
        cell.version += 1
        change = types.TextDocumentContentChangePartial(place, new)
        content = types.NotebookDocumentCellContentChanges(
            types.VersionedTextDocumentIdentifier(cell.version, cell.uri), [change]
        )
        self._send(types.NotebookDocumentCellChanges(text_content=[content]))

    def write(self, number: int, text: str) -> None:
        """Replace a cell's whole text."""
        self.type(number, 0, len(self.cells[number].text), text)

    def splice(self, start: int, gone: int, new: Sequence[Cell]) -> None:
        """Replace cells by others; some may be the same as those that were there."""
        old = self.cells[start : start + gone]
        self.cells[start : start + gone] = new
        stay = {cell.uri for cell in self.cells}
        there = {cell.uri for cell in old}
        opened = [cell.item() for cell in new if cell.uri not in there]
        closed = [types.TextDocumentIdentifier(cell.uri) for cell in old if cell.uri not in stay]
        array = types.NotebookCellArrayChange(start, gone, [cell.listed() for cell in new])
        self._send(
            types.NotebookDocumentCellChanges(
                structure=types.NotebookDocumentCellChangeStructure(array, opened, closed)
            )
        )

    def move(self, source: int, target: int) -> None:
        """Move a cell: VS Code replaces the stretch between the two places by the same cells."""
        cells = list(self.cells)
        cells.insert(target, cells.pop(source))
        low, high = min(source, target), max(source, target) + 1
        self.splice(low, high - low, cells[low:high])

    def _send(self, cells: types.NotebookDocumentCellChanges) -> None:
        self.version += 1
        self.client.notebook_document_did_change(
            types.DidChangeNotebookDocumentParams(
                types.VersionedNotebookDocumentIdentifier(self.version, self.uri),
                types.NotebookDocumentChangeEvent(cells=cells),
            )
        )

    def position(self, cell: Cell, offset: int) -> types.Position:
        before = cell.text[:offset].split("\n")
        return types.Position(len(before) - 1, units(before[-1], self.encoding))

    def place(self, number: int, text: str) -> types.Range:
        cell = self.cells[number]
        start = cell.text.index(text)
        return types.Range(self.position(cell, start), self.position(cell, start + len(text)))

    async def pull(self, number: int) -> Sequence[types.Diagnostic]:
        report = await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(types.TextDocumentIdentifier(self.cells[number].uri))
        )
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return report.items

    async def push(self, number: int, since: int = 0) -> Sequence[types.Diagnostic]:
        """The last publish for the newest version of a cell."""
        cell = self.cells[number]

        async def wait() -> Sequence[types.Diagnostic]:
            while True:
                for one in reversed(self.client.published[since:]):
                    if one.uri == cell.uri and one.version == cell.version:
                        return one.diagnostics
                self.client.arrived.clear()
                await self.client.arrived.wait()

        return await asyncio.wait_for(wait(), WAIT)

    async def actions(self, number: int, at: str) -> dict[str, types.CodeAction]:
        answer = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.cells[number].uri),
                self.place(number, at),
                types.CodeActionContext([]),
            )
        )
        return {a.title: a for a in answer or () if isinstance(a, types.CodeAction)}

    async def chosen(self, action: types.CodeAction) -> list[str]:
        """The cells' texts after an action; the versions in its edit must be those of the cells."""
        if action.edit is None:
            action = await self.client.code_action_resolve_async(action)
        assert action.edit
        texts = {cell.uri: cell.text for cell in self.cells}
        versions = {cell.uri: cell.version for cell in self.cells}
        for uri, edits in (action.edit.changes or {}).items():
            texts[uri] = apply(texts[uri], edits, self.encoding)
        for change in action.edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            uri = change.text_document.uri
            assert change.text_document.version == versions.pop(uri)
            texts[uri] = apply(texts[uri], change.edits, self.encoding)
        return list(texts.values())
