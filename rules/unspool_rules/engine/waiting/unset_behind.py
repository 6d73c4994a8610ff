"""Names that an endless loop sets in a branch for one state, and that are read behind it.

The loop waited past any other end of the run. Without it a response that ends in another way comes
to a place where the name has no value: that is an error, and says so.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work


def setter_of(
    work: Work, loop: ast.While | ast.For, choice: ast.If, said: list[ast.stmt]
) -> ast.stmt | None:
    """The statement of a choice that sets a name for what follows the loop; None where none does.

    Args:
        choice: stands in the loop, and is kept in its place.
        said: what is said in the last round, behind the choice.
    """
    if not isinstance(loop, ast.While) or not pauses.is_true(loop.test):
        return None
    inside = {id(node) for node in ast.walk(loop)}
    end = work.tree.span(loop).end
    told = {id(node) for statement in said for node in ast.walk(statement)}
    scopes = work.facts.scopes
    for branch in pauses.branches(choice):
        for statement in branch:
            for name in ast.walk(statement):
                if not isinstance(name, ast.Name) or not isinstance(name.ctx, ast.Store):
                    continue
                variable = scopes.variable(name)
                if variable is None or any(
                    id(b.node) not in inside for b in scopes.bindings(variable)
                ):
                    continue
                function = work.tree.function(loop)
                if any(
                    (id(read) in told or work.tree.span(read).start >= end)
                    and work.tree.function(read) is function
                    for read in scopes.reads(variable)
                ):
                    return statement
    return None


__all__ = ["setter_of"]
