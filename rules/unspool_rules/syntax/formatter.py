"""Text as black leaves it: the one module that talks to black.

Black's library function takes the whole mode as an argument, so neither its settings nor its cache
are read. It is imported when a change is written, never while somebody types.
"""

from __future__ import annotations

from functools import lru_cache

DEFAULT_LENGTH = 88
"""Longest line where nothing says otherwise, as black and ruff have it."""


@lru_cache(maxsize=64)
def formatted(text: str, line_length: int) -> str | None:
    """The text as black lays it out; quotes stay. None where black cannot read it.

    Args:
        text: lines end with ``\\n``.
        line_length: longest line, in characters.
    """
    try:
        import black

        mode = black.Mode(line_length=line_length, string_normalization=False)
        return black.format_str(text, mode=mode)
    except Exception:  # whatever it fails at, there is a layout of our own
        return None
