"""What the commands share: exit codes, messages, colour."""

from __future__ import annotations

import os
import sys
from typing import TextIO

CLEAN = 0
FOUND = 1
ERROR = 2


def say(message: str) -> None:
    """A message for the person, beside the command's output."""
    print(f"unspool: {message}", file=sys.stderr)


def colourful(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose owner wants colours (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def exit_code(*, problems: bool, findings: bool) -> int:
    if problems:
        return ERROR
    return FOUND if findings else CLEAN
