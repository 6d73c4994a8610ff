"""Tests: which hold where something is evaluated, and what is one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from unspool_rules.syntax.tree import Tree


def holding(tree: Tree, node: ast.AST) -> Iterator[tuple[ast.AST, ast.expr]]:
    """What has to be true for a node to be evaluated, by the tests around it in its function.

    Yields:
        Statements or expressions around the node, the nearest first, and what each tests: the
        condition of an ``if`` whose body it stands in, the operands of an ``and`` before it, the
        conditions of a comprehension whose elements it is part of.
    """
    function = tree.function(node)
    child = node
    for above in tree.ancestors(node):
        if above is function:
            return
        for test in tests_of(above, child):
            yield above, test
        child = above


def tests_of(above: ast.AST, child: ast.AST) -> list[ast.expr]:
    """What one node tests before it comes to one of its children."""
    if isinstance(above, ast.If):
        return [above.test] if child in above.body else []
    if isinstance(above, ast.IfExp):
        return [above.test] if child is above.body else []
    if isinstance(above, ast.BoolOp) and isinstance(above.op, ast.And):
        return above.values[: next(i for i, v in enumerate(above.values) if v is child)]
    if isinstance(above, (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)):
        inside = child in above.generators
        return [] if inside else [test for g in above.generators for test in g.ifs]
    return []


def conjuncts(test: ast.expr) -> list[ast.expr]:
    """What all has to be true for a test to be."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return [one for value in test.values for one in conjuncts(value)]
    return [test]


def is_truth(tree: Tree, node: ast.expr) -> bool:
    """Whether only the truth of an expression counts."""
    parent = tree.parents.get(node)
    if isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)):
        return parent.test is node
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    if isinstance(parent, ast.BoolOp):
        return is_truth(tree, parent)
    return isinstance(parent, ast.comprehension) and node in parent.ifs


def is_class_test(call: ast.AST | None, node: ast.expr) -> TypeGuard[ast.Call]:
    """``isinstance(node, …)``."""
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "isinstance"
        and len(call.args) == 2
        and call.args[0] is node
    )


def unless_empty(node: ast.expr) -> ast.expr | None:
    """The value of ``x if x else None``, ``x.y if x else None`` and ``x or None``."""
    match node:
        case ast.IfExp(body=body, orelse=orelse) if _is_nothing(orelse):
            return body
        case ast.BoolOp(op=ast.Or(), values=[value, other]) if _is_nothing(other):
            return value
    return None


def _is_nothing(node: ast.expr) -> bool:
    """``None``, ``[]`` or ``{}``."""
    return ast.unparse(node) in ("None", "[]", "{}")
