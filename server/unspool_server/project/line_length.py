"""How long a line may be, from the formatter's own settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from unspool_server.project.cached import table, toml_file
from unspool_server.project.lookup import levels

DEFAULT_LINE_LENGTH = 88
_MAX_EXTENDS = 5


def line_length(path: Path) -> int:
    """The nearest setting of ruff, else of black, else 88."""
    black: int | None = None
    for folder in levels(path):
        ruff = _ruff(folder)
        if ruff is not None:
            return ruff
        if black is None:
            tool = table(toml_file(folder / "pyproject.toml"), "tool", "black")
            black = _length(tool)
    return black or DEFAULT_LINE_LENGTH


def _ruff(folder: Path) -> int | None:
    for name in (".ruff.toml", "ruff.toml", "pyproject.toml"):
        file = folder / name
        if file.is_file():
            length = _ruff_file(file, 0)
            if length is not None:
                return length
    return None


def _ruff_file(file: Path, depth: int) -> int | None:
    content = toml_file(file)
    ruff = table(content, "tool", "ruff") if file.name == "pyproject.toml" else content
    length = _length(ruff)
    extend = ruff.get("extend")
    if length is None and isinstance(extend, str) and depth < _MAX_EXTENDS:
        return _ruff_file(file.parent / extend, depth + 1)
    return length


def _length(tool: Mapping[str, object]) -> int | None:
    value = tool.get("line-length")
    usable = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 320
    return value if isinstance(value, int) and usable else None
