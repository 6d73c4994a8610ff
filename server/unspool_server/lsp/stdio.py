"""The server on standard input and output."""

from __future__ import annotations

import gc
import logging
import os
import sys
from importlib import metadata
from typing import TYPE_CHECKING, NoReturn

from unspool_server.lsp.greeting import greet

if TYPE_CHECKING:
    from unspool_server.lsp.core import Core

_GARBAGE = 150_000
"""Objects that pile up before a collection interrupts an analysis, which makes about 35,000 for
1,000 lines; mostly the worker comes first, when it has nothing to do."""


def serve(core: Core | None = None) -> NoReturn:
    """Talk to a client until it leaves, and end the process; 0 when it said goodbye, else 1."""
    gc.set_threshold(_GARBAGE, 5, 5)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    wire = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else prints must not be heard
    version = _version()
    greeting = greet(sys.stdin.buffer, wire, version)

    from unspool_server.lsp.server import create

    server = create(core, version)
    server.greeted(greeting.answered)
    server.start_io(greeting.stdin, wire)
    logging.shutdown()
    os._exit(0 if server.left_properly else 1)  # nothing is left that would have to be tidied up


def _version() -> str:
    try:
        return metadata.version("unspool")
    except metadata.PackageNotFoundError:
        return "0"
