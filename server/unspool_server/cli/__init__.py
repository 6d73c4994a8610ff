"""The command line: ``unspool serve | check | fix | rule | rules``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper

from unspool_server.cli import check, fix, rule, serve, show_settings
from unspool_server.cli.console import ERROR, say

_COMMANDS = (serve, check, fix, rule)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 nothing found, 1 findings, 2 error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader has left ("| head"); nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    except KeyboardInterrupt:
        say("interrupted")
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="unspool",
        description="Find code for the retired agent APIs (OpenAI Assistants, Azure classic "
        "agents) and move it to the new ones.",
    )
    parser.add_argument("--version", action="version", version=f"unspool {_version()}")
    parser.add_argument(
        "--show-settings",
        metavar="PATH",
        nargs="?",
        const=".",
        help="print the settings that hold for a file or folder, and where they come from",
    )
    parser.set_defaults(run=lambda arguments: _without_command(parser, arguments))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    return parser


def _without_command(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    if arguments.show_settings is not None:
        return show_settings.show(arguments.show_settings, {})
    parser.print_help(sys.stderr)
    return ERROR


def _version() -> str:
    try:
        return version("unspool")
    except PackageNotFoundError:
        return "unknown"
