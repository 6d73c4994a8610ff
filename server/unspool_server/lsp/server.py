"""Puts the server together."""

from __future__ import annotations

import logging

from pygls.exceptions import JsonRpcException

from unspool_server.lsp.connection import Server
from unspool_server.lsp.core import Core
from unspool_server.lsp.features import (
    code_actions,
    configuration,
    diagnostics,
    hover,
    notebook_sync,
    sync,
    workspace,
    workspace_lens,
)


def create(core: Core | None = None, version: str = "0") -> Server:
    """A server that is ready to be started."""
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_unexpected)
    server = Server(core or Core(), version)
    for feature in (configuration, sync, diagnostics, code_actions, hover):
        feature.register(server)
    for feature in (notebook_sync, workspace, workspace_lens):
        feature.register(server)
    return server


def _unexpected(record: logging.LogRecord) -> bool:
    """Keeps answers such as "content modified", which are not errors of ours, out of the log."""
    return not (record.exc_info and isinstance(record.exc_info[1], JsonRpcException))
