"""How long a line may be, from the formatter's own settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from unspool_server.project.formatter import black_table, ruff_tables
from unspool_server.project.lookup import levels


def line_length(path: Path) -> int | None:
    """The nearest setting of ruff, else of black; None where it is up to each file."""
    black: int | None = None
    for folder in levels(path):
        for ruff in ruff_tables(folder):
            length = _length(ruff)
            if length is not None:
                return length
        if black is None:
            black = _length(black_table(folder))
    return black


def _length(tool: Mapping[str, object]) -> int | None:
    value = tool.get("line-length")
    usable = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 320
    return value if isinstance(value, int) and usable else None
