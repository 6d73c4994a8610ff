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
    if last.how is How.PARAMETER:
        kept = set(tree.ancestors(last.node))
    elif isinstance(statement, ast.Assign) and _comes_before(tree, statement, above):
        kept = set(tree.ancestors(statement))
    else:
        return None
    around = [n for n in above if isinstance(n, _LOOPS) and n not in kept]
    again = (set(tree.ancestors(b.node)) for b in bindings if b is not last)
    return None if any(loop in parents for parents in again for loop in around) else last


def _comes_before(tree: Tree, statement: ast.stmt, above: set[ast.AST]) -> bool:
    """Whether a statement has always been run when the program comes to a place."""
    if statement in above or tree.parents.get(statement) not in above:
        return False
    return any(s in above for s in tree.block_of(statement))
