"""Notebooks open, change, are saved and close; their cells are not synchronised one by one."""

from __future__ import annotations

import logging

from lsprotocol import types

from unspool_server.lsp.connection import Server
from unspool_server.lsp.notebooks import OpenNotebook

_log = logging.getLogger(__name__)


def register(server: Server) -> None:
    server.feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)(did_open)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)(did_change)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_SAVE)(did_save)
    server.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)(did_close)


def did_open(server: Server, params: types.DidOpenNotebookDocumentParams) -> None:
    document = params.notebook_document
    _forget(server, document.uri)
    notebook = OpenNotebook(document.uri, document.cells, params.cell_text_documents)
    server.notebooks.open(notebook)
    cells = notebook.program()
    server.session.open(notebook.uri, notebook.path, notebook.version, cells.program.text, cells)


def did_change(server: Server, params: types.DidChangeNotebookDocumentParams) -> None:
    notebook = server.notebooks.get(params.notebook_document.uri)
    if notebook is None:
        _log.debug("a change to %s, which is not open", params.notebook_document.uri)
        return
    if params.change.cells is None:  # metadata only
        return
    before = notebook.change(params.change.cells, server.client.encoding)
    server.notebooks.place(notebook)
    for uri in before - notebook.python:
        _clear(server, uri)
    cells = notebook.program()
    server.session.change(notebook.uri, notebook.version, cells.program.text, cells)


def did_save(server: Server, params: types.DidSaveNotebookDocumentParams) -> None:
    """Notebooks are not imported, but files beside this one may have changed with it."""
    if server.notebooks.get(params.notebook_document.uri):
        server.recheck(besides=params.notebook_document.uri)


def did_close(server: Server, params: types.DidCloseNotebookDocumentParams) -> None:
    _forget(server, params.notebook_document.uri)


def _forget(server: Server, uri: str) -> None:
    notebook = server.notebooks.close(uri)
    if notebook is None:
        return
    server.session.close(notebook.uri)
    for cell in notebook.uris:
        _clear(server, cell)


def _clear(server: Server, uri: str) -> None:
    server.reports.forget(uri)
    if not server.client.pull:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
