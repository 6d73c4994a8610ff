"""Where another dependency is written: before one that is there, in the way of its file."""

from __future__ import annotations

import re
from collections.abc import Callable

from unspool_rules.model import Edit, LineIndex, Span

Beside = Callable[[str, str], Edit]
"""Makes the edit for a name and a specifier (in PEP 440's words)."""


def before_line(text: str, span: Span) -> Beside | None:
    """A line of its own, as in ``requirements.txt``, ``setup.cfg`` and ``environment.yml``."""
    start = LineIndex(text).line_start(span.start)
    lead = re.fullmatch(r"\s*(?:-\s+)?([\"']?)", text[start : span.start])
    if lead is None:
        return None
    head, quote, end = lead[0], lead[1], _newline(text)
    return lambda name, specifier: Edit(Span(start, start), f"{head}{name}{specifier}{quote}{end}")


def before_item(text: str, token: Span) -> Beside | None:
    """A string of a list, on a line of its own where the other one has one."""
    quote = text[token.start : token.start + 1]
    if quote not in ("'", '"') or text.startswith(quote * 3, token.start):
        return None
    start = LineIndex(text).line_start(token.start)
    lead = text[start : token.start]
    if lead.strip():
        return lambda name, specifier: Edit(
            Span(token.start, token.start), f"{quote}{name}{specifier}{quote}, "
        )
    end = _newline(text)
    return lambda name, specifier: Edit(
        Span(start, start), f"{lead}{quote}{name}{specifier}{quote},{end}"
    )


def before_entry(text: str, token: Span) -> Beside | None:
    """An entry of a table, as Poetry and Pipenv have them."""
    start = LineIndex(text).line_start(token.start)
    lead = text[start : token.start]
    if lead.strip():
        return None
    end = _newline(text)
    return lambda name, specifier: Edit(Span(start, start), f'{lead}{name} = "{specifier}"{end}')


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
