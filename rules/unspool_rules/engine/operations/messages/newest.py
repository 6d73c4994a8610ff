"""Listings of which the newest message alone is read."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work


def is_newest(work: Work, reader: ast.expr) -> bool:
    """Whether an expression that holds a listing is only asked for its first element."""
    node, parent = reader, work.tree.parents.get(reader)
    while isinstance(parent, ast.Attribute) and parent.attr == "data":
        node, parent = parent, work.tree.parents.get(parent)
    return (
        isinstance(parent, ast.Subscript)
        and parent.value is node
        and isinstance(parent.slice, ast.Constant)
        and parent.slice.value == 0
    )
