"""What a program says of its tools: their definitions and resources, in text for people."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from unspool_rules.engine.streaming.stream_events import is_shown
from unspool_rules.engine.work import Work

_READS = ("definitions", "resources")


def is_said(work: Work, use: ast.expr) -> bool:
    """Whether what a tool object is made of is only shown where it is used."""
    read = work.tree.parents.get(use)
    return isinstance(read, ast.Attribute) and read.attr in _READS and is_shown(work.facts, read)


def say(work: Work, use: ast.expr, names: Sequence[ast.expr]) -> None:
    """Let the tools themselves be shown: they hold their resources now."""
    read = work.tree.parents[use]
    work.replace(read, lambda r: f"[{', '.join(r.text(name) for name in names)}]")
    work.note("what is shown of a tool is the new tool, with its resources")


def show(work: Work, uses: Iterable[ast.expr]) -> None:
    """Let a tool be shown wherever what it is made of was."""
    for use in uses:
        if is_said(work, use):
            say(work, use, [use])
