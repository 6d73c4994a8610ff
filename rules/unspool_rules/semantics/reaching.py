"""Which of a name's bindings a place may see."""

from __future__ import annotations

import ast

from unspool_rules.syntax.bindings import Binding, How
from unspool_rules.syntax.scopes import Scopes
from unspool_rules.syntax.tree import Tree

_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def reaching(tree: Tree, scopes: Scopes, place: ast.Name) -> list[Binding] | None:
    """The bindings whose values a name may have at a place, where it has several.

    None when nothing before the place has certainly bound it.
    """
    variable = scopes.variable(place)
    if variable is None:
        return None
    home, start = tree.function(place), tree.span(place).start
    bindings = scopes.bindings(variable)
    if any(tree.function(b.node) is not home for b in bindings):
        return None
    above = set(tree.ancestors(place))
    ahead = {
        n for n in above if isinstance(n, (ast.For, ast.AsyncFor)) and n.iter in {place, *above}
    }
    before = [
        b
        for b in bindings
        if tree.span(b.node).start < start and not _is_made(b, above) and b.statement not in ahead
    ]
    before.sort(key=lambda b: tree.span(b.node).start, reverse=True)
    last = next((b for b in before if _has_run(tree, b, above)), None)
    if last is None:
        return None
    kept = {last.node, *tree.ancestors(last.node)}
    loops = [n for n in above if isinstance(n, _LOOPS) and n not in kept | ahead]
    found = before[: before.index(last) + 1]
    for binding in bindings:
        if binding not in found and any(n in loops for n in tree.ancestors(binding.node)):
            found.append(binding)  # of the time before
    return found


def _is_made(binding: Binding, above: set[ast.AST]) -> bool:
    """Whether a place is in the value that is assigned, so that it sees what was there before."""
    return binding.how is How.ASSIGN and binding.statement in above


def _has_run(tree: Tree, binding: Binding, above: set[ast.AST]) -> bool:
    """Whether a binding has always been made when the program comes to a place."""
    statement = binding.statement
    if binding.how is How.PARAMETER:
        return True
    if isinstance(statement, (ast.For, ast.AsyncFor)) and binding.how is How.ITERATE:
        return any(s in above for s in statement.body)
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
        return False
    if tree.parents.get(statement) not in above:
        return False
    return any(s in above for s in tree.block_of(statement))
