"""``if TYPE_CHECKING:`` blocks that hold nothing any more when imports go."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator

from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree


def emptied(
    tree: Tree, statements: Iterable[ast.stmt], goes: Callable[[ast.stmt], bool]
) -> list[ast.If]:
    """The blocks for type checkers all of whose statements go.

    Args:
        tree: what they are part of.
        statements: imports, some of them inside such blocks.
        goes: whether all names of a statement go.
    """
    blocks = dict.fromkeys(tree.parents[statement] for statement in statements)
    return [
        block
        for block in blocks
        if isinstance(block, ast.If)
        and last_name(block.test) == "TYPE_CHECKING"
        and not block.orelse
        and tree.segment(block).startswith("if")
        and tree.stands_alone(block)
        and all(goes(statement) for statement in block.body)
    ]


def asked_only_by(tree: Tree, blocks: list[ast.If]) -> Iterator[str]:
    """Names that only the conditions of some blocks read."""
    asked = {node for block in blocks for node in ast.walk(block.test)}
    names = {node.id for node in asked if isinstance(node, ast.Name)}
    for name in names:
        if all(node in asked for node in tree.of(ast.Name) if node.id == name):
            yield name
