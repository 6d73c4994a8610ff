"""Streams that are made first and entered by their name: ``with stream as events``."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.syntax.bindings import Binding, How, Variable

LATE = "the run began where its stream is entered: make it there"
_PLAIN = (ast.Assign, ast.AnnAssign)
_ACTS = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.Subscript, ast.NamedExpr)


def enters_itself(facts: Facts, binding: Binding, variable: Variable) -> bool:
    """Whether a binding is that of ``with stream as stream``."""
    return (
        binding.how is How.ENTER
        and isinstance(binding.value, ast.Name)
        and facts.scopes.variable(binding.value) == variable
    )


def begins_at_once(facts: Facts, call: ast.AST, entered: ast.stmt) -> bool:
    """Whether nothing happens between a call that gives a stream and what enters it or takes it.

    The manager that ``runs.stream`` gave began the run when it was entered; a stream of responses
    begins with the call.
    """
    tree = facts.tree
    made = tree.statement(call)
    if tree.function(made) is not tree.function(entered):
        return False
    block = tree.block_of(made)
    while entered not in block and block[-1] is made:
        above = tree.parents[made]
        if not isinstance(above, ast.If):
            return False
        made, block = above, tree.block_of(above)
    if entered not in block or block.index(entered) < block.index(made):
        return False
    between = block[block.index(made) + 1 : block.index(entered)]
    given = {n.id for n in ast.walk(made) if isinstance(n, ast.Name)}
    return all(isinstance(s, _PLAIN) and _does_nothing(s, given) for s in between)


def _does_nothing(statement: ast.stmt, given: set[str]) -> bool:
    """Whether a statement only gives names to values, and none to one that the call takes."""
    return not any(
        isinstance(n, _ACTS)
        or (isinstance(n, ast.Attribute) and not isinstance(n.ctx, ast.Load))
        or (isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store) and n.id in given)
        for n in ast.walk(statement)
    )


__all__ = ["LATE", "begins_at_once", "enters_itself"]
