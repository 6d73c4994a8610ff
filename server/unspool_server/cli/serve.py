"""``unspool serve``: the language server on standard input and output."""

from __future__ import annotations

import argparse

from unspool_server.lsp import stdio


def run(arguments: argparse.Namespace) -> int:
    stdio.serve()
