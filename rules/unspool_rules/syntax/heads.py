"""Lines that have to stay the first of a file: ``#!`` and the encoding."""

from __future__ import annotations

import re

_HEAD = re.compile(r"(?:#!.*(?:\r\n|\r|\n))?(?:[ \t\f]*#.*?coding[:=].*(?:\r\n|\r|\n))?")


def head_end(source: str) -> int:
    """Where the first line begins that others may be put before."""
    found = _HEAD.match(source)
    return found.end() if found is not None else 0
