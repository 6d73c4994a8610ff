"""Whether a formatter leaves a text as it is, and with which longest line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from unspool_rules.syntax.formatter import DEFAULT_LENGTH, formatted
from unspool_rules.syntax.lone_statements import laid_alone, statements

LENGTHS = (DEFAULT_LENGTH, 79, 100, 120)
"""What people set, the most usual first."""

_MANY = 12
"""So many statements of a kind tell of most texts whether a formatter has laid them out."""
_LONG = 300
"""Longer texts, in lines, would take too much time as a whole."""


def is_long(text: str) -> bool:
    """Whether a text is not to be formatted as a whole while somebody waits."""
    return text.count("\n") > _LONG


@lru_cache(maxsize=16)
def stable_length(text: str, line_length: int | None = None) -> int | None:
    """The longest line, in characters, with which a formatter would leave a text as it is.

    Of a long text only some statements are asked.

    Args:
        text: Python; lines end with ``\\n``.
        line_length: what the project says; without it the usual ones are tried.

    Returns:
        None where there is none: nobody has formatted the text, or another tool has.
    """
    if not text.strip() or "\r" in text or "\n\t" in text:
        return None
    long = is_long(text)
    # statements that are kept from the formatter cannot be told alone
    some = [] if "# fmt:" in text else list(_telling(text))
    for length in LENGTHS if line_length is None else (line_length,):
        if any(laid_alone(one, length, holds=holds) not in (None, one) for one, holds in some):
            continue
        laid = text if long else formatted(text, length)
        if laid == text:
            return length
        if laid is None or _rows(laid) == _rows(text):
            return None  # blank lines are the same with any length
    return None


def _telling(text: str) -> Iterator[tuple[str, bool]]:
    """The widest statements, and some that take several lines; whether others belong to them."""
    rows = text.split("\n")
    found = [
        ("".join(rows[row] + "\n" for row in lines.rows), lines.holds)
        for lines in statements(ast.parse(text))
    ]
    wide = sorted(found, key=lambda one: -max(map(len, one[0].split("\n"))))[:_MANY]
    several = [one for one in found if one[0].count("\n") > 1]
    yield from dict.fromkeys([*wide, *several[:: max(1, len(several) // _MANY)]])


def _rows(text: str) -> list[str]:
    return [row for row in text.split("\n") if row]
