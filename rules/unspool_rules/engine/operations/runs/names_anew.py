"""Names that are set anew before they are read."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work


def is_set_first(work: Work, use: ast.Name, whole: ast.stmt) -> bool:
    """Whether a name, where a statement reads it, holds what the same statement gave it before."""
    variable = work.variable_of(use)
    child: ast.AST = use
    for above in work.tree.ancestors(use):
        if isinstance(child, ast.stmt):
            block = work.tree.block_of(child)
            for before in block[: block.index(child)]:
                targets = before.targets if isinstance(before, ast.Assign) else []
                if any(work.variable_of(target) == variable for target in targets):
                    return True
        if above is whole:
            return False
        child = above
    return False


def is_surely_set(work: Work, node: ast.AST, use: ast.Name) -> bool:
    """Whether who comes to a use of a name has come by a place that sets it: by no branch."""
    if work.tree.span(node).start > work.tree.span(use).start:
        return False
    block = work.tree.block_of(work.tree.statement(node))
    return any(above in block for above in work.tree.ancestors(use))


__all__ = ["is_set_first", "is_surely_set"]
