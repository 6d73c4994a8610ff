"""What was carried out before a place is reached, as the order of statements says it."""

from __future__ import annotations

import ast

from unspool_rules.syntax.tree import Tree


def precedes(tree: Tree, statement: ast.stmt, place: ast.AST) -> bool:
    """Whether a statement, of a block around a place, was certainly carried out by then.

    A function that is defined behind the statement can only be called after it.
    """
    block = tree.block_of(statement)
    later = block[block.index(statement) + 1 :]
    return any(above in later for above in (place, *tree.ancestors(place)))
