"""The ``from … import`` statements of a text, as far as its lines show them."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

_FROM = re.compile(r"\s*from\s+(?P<module>[\w.]+)\s+import\b")
_WORD = re.compile(r"\w+")
_LONGEST = 60
"""Lines of a statement that are looked at."""


def statement(lines: Sequence[str], line: int, column: int) -> str | None:
    """The statement around a place, up to that line; None where none is certain to be."""
    if ";" in lines[line]:
        return None
    first = line
    while not _FROM.match(lines[first]):
        first -= 1
        if first < 0 or line - first > _LONGEST or ")" in lines[first]:
            return None
    before = "\n".join((*lines[first:line], lines[line][:column]))
    if first < line and before.count("(") != 1:
        return None
    return "\n".join(lines[first : line + 1])


def module_words(text: str) -> frozenset[str]:
    """The words of the module that a statement imports from; none for ``from . import``."""
    found = _FROM.match(text)
    return frozenset(_WORD.findall(found["module"])) if found else frozenset()


def alone(lines: Sequence[str]) -> str | None:
    """The statements on their lines, each without its indent, and nothing on all other lines.

    None where this makes no sense, as for a statement that begins within a string.
    """
    found = [""] * len(lines)
    index = 0
    while index < len(lines):
        first, opened = index, 0
        while _FROM.match(lines[first]) and index < len(lines) and index - first < _LONGEST:
            found[index] = lines[index] if index > first else lines[index].lstrip()
            opened += lines[index].count("(") - lines[index].count(")")
            if opened <= 0:
                break
            index += 1
        index += 1
    text = "\n".join(found)
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return None
    return text


def indent(lines: Sequence[str], line: int) -> int:
    """How far a line is moved to the left by ``alone``."""
    return len(lines[line]) - len(lines[line].lstrip()) if _FROM.match(lines[line]) else 0
