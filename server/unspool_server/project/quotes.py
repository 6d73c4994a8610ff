"""Which quotes strings have, from the formatter's own settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from unspool_rules.model import Quotes
from unspool_server.project.cached import table
from unspool_server.project.formatter import black_table, ruff_tables
from unspool_server.project.lookup import levels

_PRESERVE = "preserve"


def quotes(path: Path) -> Quotes | None:
    """The nearest setting of ruff, else of black; None where it is up to each file."""
    black: Mapping[str, object] = {}
    for folder in levels(path):
        for ruff in ruff_tables(folder):
            style = _ruff(ruff)
            if style is not None:
                return None if style == _PRESERVE else Quotes[style.upper()]
        black = black or black_table(folder)
    normalised = black and black.get("skip-string-normalization") is not True
    return Quotes.DOUBLE if normalised else None


def _ruff(ruff: Mapping[str, object]) -> str | None:
    found = (
        table(ruff, "format").get("quote-style"),
        table(ruff, "lint", "flake8-quotes").get("inline-quotes"),
        table(ruff, "flake8-quotes").get("inline-quotes"),
    )
    known = ("single", "double", _PRESERVE)
    return next((style for style in found if isinstance(style, str) and style in known), None)
