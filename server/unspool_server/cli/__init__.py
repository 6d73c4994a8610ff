"""The command line: ``unspool serve | check | fix | rule | rules``."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper

from unspool_server.cli.console import ERROR, say
from unspool_server.cli.parser import make_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 nothing found, 1 findings, 2 error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = make_parser()
    arguments = parser.parse_args(argv)
    if arguments.command is None and arguments.show_settings is None:
        parser.print_help(sys.stderr)
        return ERROR
    name = arguments.command or "show_settings"
    try:
        # Only the command's own module is loaded: the server does not wait for the others.
        code: int = importlib.import_module(f"unspool_server.cli.{name}").run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader has left ("| head"); nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERROR
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except Exception:
        # Python's own exit code for this is 1, which means findings here.
        traceback.print_exc()
        say("this is a defect of Unspool")
        return ERROR
