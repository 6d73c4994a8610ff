"""Statements one by one, each as a formatter would lay it out if it stood alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent, indent

from unspool_rules.syntax.formatter import formatted

_BODY = "    pass\n"
_STEP = 4
NO_END = 100_000
_LONG = ('"""', "'''", "\\\n")
"""What strings of several lines have, whose lines are no code."""
_BEHIND_OPENING = re.compile(r"(?<=[(\[{])\n *")
_BEFORE_CLOSING = re.compile(r",?\n *(?=[)\]}])")
_BREAK = re.compile(r"\n *")
_ROUND = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one statement; of one that holds others, those of its head."""

    first: int
    """From 0."""
    last: int
    holds: bool
    """Whether other statements follow that belong to it."""

    @property
    def rows(self) -> range:
        return range(self.first, self.last + 1)


def statements(tree: ast.Module) -> Iterator[Lines]:
    """The lines of all statements of a module, but of branches such as ``else``."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt):
            continue
        first = _above(node) - 1
        body = getattr(node, "body", None)
        if isinstance(node, ast.Match):
            yield Lines(first, max(first, node.cases[0].pattern.lineno - 2), holds=True)
        elif body:
            yield Lines(first, max(first, _above(body[0]) - 2), holds=True)
        else:
            yield Lines(first, (node.end_lineno or node.lineno) - 1, holds=False)


def _above(node: ast.stmt) -> int:
    """The first line of a statement, with its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])


def laid_alone(text: str, line_length: int, *, holds: bool) -> str | None:
    """Whole lines of one or more statements as the formatter lays them out; None without an answer.

    Args:
        text: the lines, as deep as they stand.
        line_length: longest line, in characters.
        holds: whether they end with the head of a statement that holds others.
    """
    if any(quotes in text for quotes in _LONG):
        return None
    alone = dedent(text)
    if alone[:1] in " \t":
        return None  # a line further on stands less deep
    depth = len(text.partition("\n")[0]) - len(alone.partition("\n")[0])
    branch = holds and alone.startswith("elif ")
    body = _BODY if holds else ""
    laid = formatted(alone.removeprefix("el" * branch) + body, line_length - depth - 2 * branch)
    if laid is None or not laid.endswith(body):
        return None
    return indent("el" * branch + laid.removesuffix(body), " " * depth)


def looks_new(text: str, *, holds: bool) -> bool:
    """Whether a statement is spaced and indented as all that a change writes.

    What a person wrote may have been moved, with some names changed, and keeps its looks.
    """
    rows = [row for row in text.split("\n") if row.strip()]
    depths = {len(row) - len(row.lstrip()) for row in rows}
    if any((depth - min(depths)) % _STEP for depth in depths):
        return False
    line = _BEFORE_CLOSING.sub("", _BEHIND_OPENING.sub("", dedent(text).rstrip()))
    line = _BREAK.sub(" ", line)
    laid = laid_alone(line + "\n", NO_END, holds=holds)
    return laid is not None and _ROUND.sub("", laid.rstrip()) == _ROUND.sub("", line)
