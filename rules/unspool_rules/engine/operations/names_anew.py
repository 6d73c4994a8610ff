"""Names that a statement sets before it reads them."""

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


__all__ = ["is_set_first"]
