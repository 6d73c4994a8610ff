"""Events of Azure's streams that are taken apart by index: ``event[1]`` is the data."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.syntax.tree import Tree


def by_index(tree: Tree, uses: Sequence[ast.Name]) -> tuple[list[ast.expr], list[ast.expr]] | None:
    """The reads of an event's name and of its data; None where more is done with the event.

    Source: azure-ai-agents 1.1.0 ``BaseAgentEventHandler``: each event is a tuple of its name, its
    data and what the handler gave for it.
    """
    names: list[ast.expr] = []
    data: list[ast.expr] = []
    for use in uses:
        read = tree.parents.get(use)
        index = read.slice if isinstance(read, ast.Subscript) and read.value is use else None
        if not isinstance(index, ast.Constant) or index.value not in (0, 1):
            return None
        assert isinstance(read, ast.Subscript)
        (data if index.value else names).append(read)
    return (names, data) if uses else None


__all__ = ["by_index"]
