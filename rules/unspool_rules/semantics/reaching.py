"""Which of a name's bindings a place certainly sees."""

from __future__ import annotations

import ast

from unspool_rules.syntax.scopes import Binding, How, Scopes
from unspool_rules.syntax.tree import Tree

_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def reaching(tree: Tree, scopes: Scopes, place: ast.Name) -> Binding | None:
    """The one binding whose value a name has at a place, where it has several.

    None when that depends on the way the program took.
    """
    variable = scopes.variable(place)
    if variable is None:
        return None
    home, start = tree.function(place), tree.span(place).start
    bindings = scopes.bindings(variable)
    if any(tree.function(b.node) is not home for b in bindings):
        return None
    before = [b for b in bindings if tree.span(b.node).start < start]
    if not before:
        return None
    last = max(before, key=lambda b: tree.span(b.node).start)
    above = set(tree.ancestors(place))
    statement = last.statement if isinstance(last.statement, ast.stmt) else None
    if isinstance(statement, (ast.For, ast.AsyncFor)) and last.how is How.ITERATE:
        body = any(s in above for s in statement.body)
        return last if body else None
    if not isinstance(statement, ast.Assign) or tree.parents.get(statement) not in above:
        return None
    if not any(s in above for s in tree.block_of(statement)) or statement in above:
        return None
    kept = set(tree.ancestors(statement))
    around = [n for n in above if isinstance(n, _LOOPS) and n not in kept]
    again = (set(tree.ancestors(b.node)) for b in bindings if b is not last)
    return None if any(loop in parents for parents in again for loop in around) else last
