"""Whether a formatter leaves a text as it is, and with which longest line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from unspool_rules.syntax.formatter import DEFAULT_LENGTH, formatted
from unspool_rules.syntax.lone_statements import laid_alone, statements

LENGTHS = (DEFAULT_LENGTH, 79, 100, 120)
"""What people set, the most usual first."""

_MANY = 24
"""So many statements tell of most texts that no formatter has laid them out."""
_TELLING = 60
"""Shorter lines look the same to most people."""


@lru_cache(maxsize=16)
def stable_length(text: str, line_length: int | None = None) -> int | None:
    """The longest line, in characters, with which a formatter would leave a text as it is.

    Args:
        text: Python; lines end with ``\\n``.
        line_length: what the project says; without it the usual ones are tried.

    Returns:
        None where there is none: nobody has formatted the text, or another tool has.
    """
    if not text.strip() or "\r" in text or "\n\t" in text:
        return None
    some = list(islice(_telling(text), _MANY))
    for length in LENGTHS if line_length is None else (line_length,):
        if any(laid_alone(one, length, holds=holds) not in (None, one) for one, holds in some):
            continue
        laid = formatted(text, length)
        if laid == text:
            return length
        if laid is None or _rows(laid) == _rows(text):
            return None  # blank lines are the same with any length
    return None


def _telling(text: str) -> Iterator[tuple[str, bool]]:
    """Statements that a formatter may lay out anew, and whether others belong to them."""
    if "# fmt:" in text:
        return  # those that are kept from it cannot be told alone
    rows = text.split("\n")
    for lines in statements(ast.parse(text)):
        if len(lines.rows) > 1 or len(rows[lines.first]) > _TELLING:
            yield "".join(rows[row] + "\n" for row in lines.rows), lines.holds


def _rows(text: str) -> list[str]:
    return [row for row in text.split("\n") if row]
