"""``unspool serve``: the language server on standard input and output."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from unspool_server.cli.console import CLEAN

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("serve", help="run the language server")
    parser.add_argument(
        "--stdio", action="store_true", help="speak on standard input and output (the default)"
    )
    parser.set_defaults(run=serve)


def serve(arguments: argparse.Namespace) -> int:
    # The protocol's libraries take time to load, which the other commands need not wait for.
    from unspool_server.lsp import server

    server.serve()
    return CLEAN
