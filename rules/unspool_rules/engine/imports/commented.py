"""Imports with comments between their names: names go, and each comment stays on its line."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Mapping

from unspool_rules.syntax.tree import Tree

_GAP = "\0"
"""Stands where a name was; no text of Python has it."""
_COMMA = re.compile(r"[ \t]*,[ \t]*")


def without(
    tree: Tree,
    node: ast.ImportFrom | ast.Import,
    gone: Collection[ast.alias],
    spelled: Mapping[ast.alias, str],
) -> str:
    """The text of an import in brackets without some of its names.

    Args:
        gone: the names that go; at least one other stays.
        spelled: other texts for names that stay.
    """
    whole = tree.span(node)
    source = tree.source
    pieces: list[str] = []
    done = whole.start
    for alias in node.names:
        span = tree.span(alias)
        if alias not in gone:
            pieces += [source[done : span.start], spelled.get(alias, source[span.start : span.end])]
            done = span.end
            continue
        comma = _COMMA.match(source, span.end, whole.end)
        pieces += [source[done : span.start], _GAP]
        done = comma.end() if comma is not None else span.end
    pieces.append(source[done : whole.end])
    lines = "".join(pieces).split("\n")
    return "\n".join(text for line in lines if (text := _line(line)) is not None)


def _line(line: str) -> str | None:
    """A line with its gaps closed; None where nothing else was on it."""
    if _GAP not in line:
        return line
    code, mark, comment = line.replace(_GAP, "").rstrip("\r").partition("#")
    if code.strip():
        return f"{code.rstrip()}  #{comment}" if mark else code.rstrip()
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return f"{indent}#{comment}" if mark else None
