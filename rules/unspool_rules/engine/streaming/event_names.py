"""Names within a loop that stand for an event's name, or for its data."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts


def reads_of(facts: Facts, node: ast.expr, place: ast.AST) -> list[ast.expr] | None:
    """The reads of ``kind`` behind ``kind = event.event``, where it has no other value.

    Returns:
        None where the expression has no such name, or it is read elsewhere.
    """
    statement = facts.tree.parents.get(node)
    if not isinstance(statement, ast.Assign) or statement.value is not node:
        return None
    target = statement.targets[0]
    if len(statement.targets) != 1 or not isinstance(target, ast.Name):
        return None
    variable = facts.scopes.variable(target)
    if variable is None or len(facts.scopes.bindings(variable)) != 1:
        return None
    block = facts.tree.block_of(statement)
    behind = set(block[block.index(statement) + 1 :])
    reads: list[ast.expr] = list(facts.scopes.reads(variable))
    if not all(
        not behind.isdisjoint(facts.tree.ancestors(read))
        and place in facts.tree.ancestors(read)
        and facts.tree.function(read) is facts.tree.function(node)
        for read in reads
    ):
        return None
    return reads if facts.tree.stands_alone(statement) and len(block) > 1 else None


__all__ = ["reads_of"]
