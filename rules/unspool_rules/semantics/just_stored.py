"""What an attribute or item holds right behind the statement that has put something there."""

from __future__ import annotations

import ast

from unspool_rules.semantics.stores import ANY, path_of
from unspool_rules.syntax.tree import Tree

_CHANGE = frozenset(
    {"setattr", "delattr", "update", "clear", "pop", "popitem", "setdefault", "set"}
)
"""Methods and functions that give attributes and items other values."""
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_THROUGH = (ast.If, ast.With, *_LOOPS)
"""Statements whose bodies see what was stored before them."""


def just_stored(tree: Tree, place: ast.Attribute | ast.Subscript) -> ast.expr | None:
    """The value that a place certainly reads, as it was assigned a few statements before.

    None where anything between, or another function that is called between, may store there again.
    """
    path = path_of(place)
    if path is None or not isinstance(place.ctx, ast.Load) or ANY in path.split("."):
        return None
    node: ast.AST = place
    between: list[ast.AST] = []
    while not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.Module)):
        parent = tree.parents.get(node)
        if parent is None:
            return None
        if isinstance(node, ast.stmt):
            block = tree.block_of(node)
            for statement in reversed(block[: block.index(node)]):
                if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                    if path_of(statement.targets[0]) == path:
                        clean = not any(_may_change(tree, n, place, path) for n in between)
                        return statement.value if clean else None
                between.append(statement)
            if not isinstance(parent, _THROUGH):
                return None
        elif isinstance(parent, _LOOPS) and not (
            isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is node
        ):
            return None
        if isinstance(parent, _LOOPS) and isinstance(node, ast.stmt):
            between.append(parent)  # its rounds before
        elif isinstance(parent, (ast.If, ast.With)) and isinstance(node, ast.stmt):
            between += [parent.test] if isinstance(parent, ast.If) else parent.items
        node = parent
    return None


def _may_change(tree: Tree, between: ast.AST, place: ast.expr, path: str) -> bool:
    """Whether what runs between an assignment and a read may store something else there."""
    last = path.rpartition(".")[2]
    roots = {path[:i] for i, c in enumerate(path) if c == "."}
    for node in ast.walk(between):
        if isinstance(node, (ast.Attribute, ast.Subscript, ast.Name)):
            if isinstance(node.ctx, ast.Load):
                continue
            stored = path_of(node)
            if stored is None or stored in roots:
                return True
            if not isinstance(node, ast.Name) and stored.rpartition(".")[2] in (last, ANY):
                return True
        elif isinstance(node, (ast.Await, ast.Yield, ast.YieldFrom, ast.AsyncFor, ast.AsyncWith)):
            return True
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name is None or name in _CHANGE or _stored_elsewhere(tree, place, last):
                return True
    return False


def _stored_elsewhere(tree: Tree, place: ast.expr, last: str) -> bool:
    """Whether another function stores under such a name."""
    home = tree.function(place)
    return any(
        not isinstance(node.ctx, ast.Load)
        and tree.function(node) is not home
        and (path_of(node) or ANY).rpartition(".")[2] in (last, ANY)
        for node in tree.of(ast.Attribute, ast.Subscript)
    )
