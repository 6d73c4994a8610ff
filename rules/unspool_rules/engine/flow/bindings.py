"""What a name certainly holds at a place, where it is bound more than once."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.syntax.bindings import Binding, How

_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def binding_of(facts: Facts, use: ast.Name) -> Binding | None:
    """The one binding whose value a use of a name certainly has."""
    return binding_at(facts, use, use.id)


def binding_at(facts: Facts, place: ast.expr, name: str) -> Binding | None:
    """The one binding whose value a name certainly has at a place."""
    scopes, tree = facts.scopes, facts.tree
    variable = scopes.lookup(name, scopes.scope_of(place))
    if variable is None:
        return None
    bindings = scopes.bindings(variable)
    if len(bindings) == 1:
        return bindings[0]
    start = tree.span(place).start
    above = set(tree.ancestors(place))
    before = [
        b
        for b in bindings
        if isinstance(b.node, ast.expr)
        and tree.span(b.node).start < start
        and tree.function(b.node) is tree.function(place)
        and not (b.how is How.ASSIGN and b.statement in above)  # ``x = f(x)`` reads the one before
    ]
    if not before:
        return None
    last = max(before, key=lambda b: tree.span(b.node).start)
    around = above - {*tree.ancestors(last.node)}
    loops = [n for n in around if isinstance(n, _LOOPS)]
    if any(n in loops for b in bindings if b is not last for n in tree.ancestors(b.node)):
        return None  # it may hold what the round before has left
    statement = tree.statement(last.node)
    if last.how is How.ITERATE and isinstance(statement, (ast.For, ast.AsyncFor)):
        inside = statement in above and not any(s in above for s in statement.orelse)
        return last if inside and place is not statement.iter else None
    if last.how is How.ASSIGN and tree.parents[statement] in above:
        block = tree.block_of(statement)
        return last if any(s in above for s in block) else None
    return None
