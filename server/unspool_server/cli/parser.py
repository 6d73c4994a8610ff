"""All commands and their options; light, so that the server answers its client at once."""

from __future__ import annotations

import argparse
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from unspool_rules.model.settings import DefinitionStyle, TargetService

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def make_parser() -> argparse.ArgumentParser:
    """Parsed arguments have ``command``: the name of the module of this package that runs it."""
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
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_serve(commands)
    _add_check(commands)
    _add_fix(commands)
    _add_rules(commands)
    return parser


def _add_serve(commands: Commands) -> None:
    parser = commands.add_parser("serve", help="run the language server")
    parser.add_argument(
        "--stdio", action="store_true", help="speak on standard input and output (the default)"
    )
    parser.set_defaults(command="serve")


def _add_check(commands: Commands) -> None:
    parser = commands.add_parser(
        "check",
        help="report code for the retired agent APIs",
        description="Report code for the retired agent APIs. Exit code: 0 nothing found, "
        "1 findings, 2 error.",
    )
    _add_common(parser)
    parser.add_argument("--output-format", choices=["text", "json"], default="text")
    parser.set_defaults(command="check")


def _add_fix(commands: Commands) -> None:
    parser = commands.add_parser(
        "fix",
        help="migrate code for the retired agent APIs",
        description="Apply the fixes that keep behaviour, and print what is left. Exit code: "
        "0 nothing left, 1 findings left (with --diff: findings), 2 error.",
    )
    _add_common(parser)
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="apply also fixes that a person should look at",
    )
    parser.add_argument(
        "--mark",
        action="store_true",
        help="write a TODO comment at each place that keeps the rest from being fixed",
    )
    parser.add_argument(
        "--diff", action="store_true", help="print the changes instead of writing them"
    )
    parser.set_defaults(command="fix")


def _add_rules(commands: Commands) -> None:
    one = commands.add_parser("rule", help="explain a rule")
    one.add_argument("code", metavar="CODE", help="such as UNS101, or a rule's name")
    one.set_defaults(command="rule")
    every = commands.add_parser("rules", help="list all rules")
    every.set_defaults(command="rules")


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        default=["."],
        help="files, or folders to walk (default: the current folder); - reads standard input",
    )
    parser.add_argument(
        "--select", metavar="CODES", action="append", help="rule codes, or their beginnings"
    )
    parser.add_argument(
        "--ignore", metavar="CODES", action="append", help="the same, not to report"
    )
    parser.add_argument(
        "--target-version",
        metavar="VERSION",
        help="version of azure-ai-projects that migrated code is for, or auto",
    )
    parser.add_argument("--target-service", choices=[member.value for member in TargetService])
    parser.add_argument("--definition-style", choices=[member.value for member in DefinitionStyle])
    parser.add_argument(
        "--stdin-filename", metavar="PATH", help="where a text from standard input belongs"
    )
    parser.add_argument(
        "--today",
        metavar="DATE",
        type=date.fromisoformat,
        help="judge retirement dates as of YYYY-MM-DD (default: today)",
    )
    parser.add_argument(
        "--show-settings",
        action="store_true",
        help="print the settings that hold for the first path, and where they come from",
    )


def _version() -> str:
    try:
        return version("unspool")
    except PackageNotFoundError:
        return "unknown"
