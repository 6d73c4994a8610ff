"""Documents open, change, are saved and close."""

from __future__ import annotations

import logging

from lsprotocol import types

from unspool_rules.dependencies.names import is_beside_code
from unspool_server.lsp.connection import Server
from unspool_server.lsp.convert import changed, path_of

_log = logging.getLogger(__name__)


def register(server: Server) -> None:
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(did_close)


def did_open(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    path = path_of(document.uri)
    if server.notebooks.has_cell(document.uri):
        return  # its notebook tells about it
    if (
        document.language_id == "python"
        or (path and path.suffix in (".py", ".pyi"))
        or (path and is_beside_code(path.name))
    ):
        server.session.open(document.uri, path, document.version, document.text)


def did_change(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    snapshot = server.session.snapshot(document.uri)
    if snapshot is None:
        _log.debug("a change to %s, which is not open", document.uri)
        return
    source = changed(snapshot.source, params.content_changes, server.client.encoding)
    server.session.change(document.uri, document.version, source)


def did_save(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Other documents may use what was saved; the analysis reads them from the disk."""
    if server.session.snapshot(params.text_document.uri):
        server.core.forget()
        server.recheck(besides=params.text_document.uri)


def did_close(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    snapshot = server.session.close(params.text_document.uri)
    if snapshot is None:
        return
    server.reports.forget(snapshot.uri)
    if not server.client.pull:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(snapshot.uri, []))
