"""Puts the server together and runs it."""

from __future__ import annotations

import logging
import os
import sys
from importlib import metadata

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


def create(core: Core | None = None) -> Server:
    """A server that is ready to be started."""
    server = Server(core or Core(), _version())
    for feature in (configuration, sync, diagnostics, code_actions, hover):
        feature.register(server)
    for feature in (notebook_sync, workspace, workspace_lens):
        feature.register(server)
    return server


def serve(core: Core | None = None) -> int:
    """Talk to a client on stdin and stdout until it leaves; gives the process's exit code."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_unexpected)
    server = create(core)
    wire = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else prints must not be heard
    server.start_io(sys.stdin.buffer, wire)
    return 0 if server.left_properly else 1


def _unexpected(record: logging.LogRecord) -> bool:
    """Keeps answers such as "content modified", which are not errors of ours, out of the log."""
    return not (record.exc_info and isinstance(record.exc_info[1], JsonRpcException))


def _version() -> str:
    try:
        return metadata.version("unspool")
    except metadata.PackageNotFoundError:
        return "0"
