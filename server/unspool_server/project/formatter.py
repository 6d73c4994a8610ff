"""Settings of the formatters that a project may use: ruff's, and black's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from unspool_server.project.cached import table, toml_file

_MAX_EXTENDS = 5


def ruff_tables(folder: Path) -> Iterator[Mapping[str, object]]:
    """The tables of a folder's settings of ruff; what is extended comes after what extends it."""
    for name in (".ruff.toml", "ruff.toml", "pyproject.toml"):
        file = folder / name
        for _ in range(_MAX_EXTENDS + 1):
            if not file.is_file():
                break
            content = toml_file(file)
            ruff = table(content, "tool", "ruff") if file.name == "pyproject.toml" else content
            yield ruff
            extend = ruff.get("extend")
            if not isinstance(extend, str):
                break
            file = file.parent / extend


def black_table(folder: Path) -> Mapping[str, object]:
    """A folder's settings of black."""
    return table(toml_file(folder / "pyproject.toml"), "tool", "black")
