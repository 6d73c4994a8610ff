"""The server object: what every request can reach, and how errors are told."""

from __future__ import annotations

import logging
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter

from unspool_server.cells import Cells
from unspool_server.lsp.client import Client
from unspool_server.lsp.core import Checker, Core
from unspool_server.lsp.folders import Folders
from unspool_server.lsp.linked import Linked
from unspool_server.lsp.notebooks import NOTEBOOKS, Notebooks
from unspool_server.lsp.reports import Reports
from unspool_server.session import Checked, Session

_log = logging.getLogger(__name__)

_OWN = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.NOTEBOOK_DOCUMENT_DID_OPEN,
    types.NOTEBOOK_DOCUMENT_DID_CHANGE,
    types.NOTEBOOK_DOCUMENT_DID_CLOSE,
)
"""Notifications that pygls would answer first, changing their positions to fit its own lines."""


class Protocol(LanguageServerProtocol):
    """pygls' protocol without its document store, and with an answer to malformed requests."""

    greeted: object = None
    """The request that was answered before the server was made."""

    def _register_builtin_features(self) -> None:
        super()._register_builtin_features()  # type: ignore[no-untyped-call] # pygls gives it no types
        for method in _OWN:
            self.fm.builtin_features.pop(method)

    def structure_message(self, data: dict[str, Any]) -> Any:
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                answer = JsonRpcInvalidParams(f"cannot read the parameters of {data['method']}")
                self._send_response(data["id"], error=answer.to_response_error())
            raise error

    def _send_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        if self.greeted is not None and msg_id == self.greeted:
            self.greeted = None
            if error is None:
                return  # a second answer; after an error, the client should know that all is lost
        super()._send_response(msg_id, result, error)


class Server(LanguageServer):
    """The state of one connection."""

    def __init__(self, core: Core, version: str) -> None:
        super().__init__(
            "unspool",
            version,
            protocol_cls=Protocol,
            converter_factory=default_converter,
            notebook_document_sync=NOTEBOOKS,
        )
        self.core = core
        self.client = Client()
        self.folders = Folders()
        self.notebooks = Notebooks()
        self.reports = Reports(core.page)
        self.linked = Linked(core, self.folders)
        self.session = Session(Checker(core, self.folders), self._checked)
        self._told: set[str] = set()
        self._warm = False

    def report_server_error(self, error: Exception, source: object) -> None:
        """Log and stay silent: nobody who is typing can do anything about our defects."""
        _log.error("%s", error, exc_info=None if isinstance(error, JsonRpcException) else error)

    def greeted(self, request: int | str | None) -> None:
        """Do not answer a request that was answered already."""
        assert isinstance(self.protocol, Protocol)
        self.protocol.greeted = request

    @property
    def left_properly(self) -> bool:
        """Whether the client asked for a shutdown before it went away."""
        return self.protocol._shutdown

    def tell(self, message: str) -> None:
        """Show a message to the user, once."""
        if message not in self._told:
            self._told.add(message)
            self.warn(message)

    def warn(self, message: str) -> None:
        """Show a message about what the user has just asked for."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))

    def publish(self, checked: Checked) -> None:
        """Send the diagnostics of a document, unless the client comes for them."""
        if checked.snapshot.cells:
            self._publish_cells(checked, checked.snapshot.cells)
        elif not self.client.pull:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(
                    uri=checked.snapshot.uri,
                    version=checked.snapshot.version,
                    diagnostics=self.reports.diagnostics(checked, self.client),
                )
            )

    def _publish_cells(self, checked: Checked, cells: Cells) -> None:
        """Each cell is a document of its own; what is typed in one changes what is said of others.

        A client that pulls asks for the cell that was changed, and has to be told of the others.
        """
        if self.client.pull:
            if self.client.refresh and self.reports.stale(checked, self.client):
                self.workspace_diagnostic_refresh(None)
                if self.client.lens_refresh:
                    self.workspace_code_lens_refresh(None)
            return
        for document in cells.documents.values():
            found = self.reports.diagnostics(checked, self.client, document.uri)
            if self.reports.news(document.uri, document.version, found):
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(document.uri, found, document.version)
                )

    def recheck(self, besides: str | None = None) -> None:
        """Check all documents again, and make a client that pulls come for the answers."""
        self.session.recheck(besides)
        if self.client.pull and self.client.refresh:
            self.workspace_diagnostic_refresh(None)

    def _checked(self, checked: Checked) -> None:
        self.publish(checked)
        if not self._warm:
            self._warm = True
            self.session.warm_up(self.core.warm_up_fixes, later=True)
        for complaint in checked.outcome.complaints:
            self.tell(f"Unspool: {complaint}")
        for failure in checked.outcome.analysis.failures:
            _log.error("%s: %s: %s", checked.snapshot.uri, failure.where, failure.error)
