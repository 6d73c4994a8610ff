"""Which tests hold at a place of a loop over events."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.syntax.guards import tests_of
from unspool_rules.syntax.tree import Tree

Told = tuple[ast.expr | ast.match_case, bool]
"""A test, or the case of a ``match``, and whether it holds."""
LEAVES = (ast.Continue, ast.Break, ast.Return, ast.Raise)
"""Statements behind which a block is not gone on with."""


def told(tree: Tree, node: ast.AST, place: ast.AST) -> Iterator[Told]:
    """What is known by the branches around a node, and by those before it that leave its block.

    Args:
        place: the loop or function beyond which nothing is asked.
    """
    function = tree.function(node)
    child = node
    for above in tree.ancestors(node):
        if isinstance(child, ast.stmt) and not isinstance(child, ast.ExceptHandler):
            for before in reversed(_before(above, child)):
                if isinstance(before, ast.If) and not before.orelse:
                    if isinstance(before.body[-1], LEAVES):
                        yield before.test, False
        if above is place or above is function:
            return
        if isinstance(above, ast.If) and child in above.orelse:
            yield above.test, False
        elif isinstance(above, ast.match_case):
            yield above, True
        elif isinstance(above, ast.BoolOp) and isinstance(above.op, ast.Or):
            for value in above.values[: next(i for i, v in enumerate(above.values) if v is child)]:
                yield value, False
        else:
            for test in tests_of(above, child):
                yield test, True
        child = above


def _before(above: ast.AST, child: ast.stmt) -> list[ast.stmt]:
    """The statements before one in its block."""
    for _, block in ast.iter_fields(above):
        if isinstance(block, list) and child in block:
            return [s for s in block[: block.index(child)] if isinstance(s, ast.stmt)]
    return []


__all__ = ["LEAVES", "Told", "told"]
