"""Tests that a place is only reached past: assertions, and conditions that leave before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.syntax.tree import Tree

_LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def passed(tree: Tree, place: ast.expr) -> Iterator[tuple[ast.expr, bool]]:
    """What was tested of a name before a place is reached, where it has the same value still.

    Yields:
        Each test without its ``not``, and whether it held: ``part.type != "text"`` did not behind
        ``if part.type != "text": continue``.
    """
    if not isinstance(place, ast.Name):
        return
    child: ast.AST = place
    for parent in tree.ancestors(place):
        if isinstance(child, ast.stmt):
            block = tree.block_of(child)
            for statement in reversed(block[: block.index(child)]):
                if _binds(statement, place.id):
                    return
                yield from _said(statement)
        if isinstance(parent, _SCOPES):
            return
        if isinstance(parent, (*_LOOPS, *_COMPREHENSIONS)) and _binds(parent, place.id):
            return
        child = parent


def _said(statement: ast.stmt) -> Iterator[tuple[ast.expr, bool]]:
    if isinstance(statement, ast.Assert):
        yield from parts_of(statement.test, held=True)
    elif isinstance(statement, ast.If) and not statement.orelse:
        if isinstance(statement.body[-1], _LEAVES):
            yield from parts_of(statement.test, held=False)


def parts_of(test: ast.expr, *, held: bool) -> Iterator[tuple[ast.expr, bool]]:
    """What a test says by its outcome: each of its parts, and whether that one held."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from parts_of(test.operand, held=not held)
    elif isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And if held else ast.Or):
        for value in test.values:
            yield from parts_of(value, held=held)
    else:
        yield test, held


def _binds(node: ast.AST, name: str) -> bool:
    """Whether anything in some code gives a name a value, or takes it away."""
    return any(
        (isinstance(n, ast.Name) and n.id == name and not isinstance(n.ctx, ast.Load))
        or (isinstance(n, ast.ExceptHandler) and n.name == name)
        or (isinstance(n, (ast.Global, ast.Nonlocal)) and name in n.names)
        or (isinstance(n, (ast.MatchAs, ast.MatchStar)) and n.name == name)
        or (isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and n.name == name)
        for n in ast.walk(node)
    )


__all__ = ["parts_of", "passed"]
