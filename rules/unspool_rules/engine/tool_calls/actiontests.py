"""Tests that say that calls of functions are to be answered."""

from __future__ import annotations

import ast
from collections.abc import Collection

from unspool_rules.engine.tool_calls.told_apart import ACTION


def mentions_action(node: ast.AST) -> bool:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and inner.value == ACTION:
            return True
        if isinstance(inner, ast.Attribute) and inner.attr in (
            "REQUIRES_ACTION",
            "required_action",
        ):
            return True
    return False


def is_action(test: ast.expr, action: str, names: Collection[str] = ()) -> bool:
    """Whether a test says that calls are to be answered, and nothing else.

    Args:
        action: the class of what a run then asks for.
        names: those of variables that hold a run's status.
    """
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return all(is_action(v, action, names) for v in test.values)
    if isinstance(test, ast.Compare):
        if len(test.ops) != 1:
            return False
        other = test.comparators[0]
        left = test.left
        kept = isinstance(left, ast.Name) and left.id in names
        if kept or (isinstance(left, ast.Attribute) and left.attr == "status"):
            return isinstance(test.ops[0], ast.Eq) and mentions_action(other)
        if not mentions_action(test.left):
            return False
        if isinstance(test.ops[0], (ast.IsNot, ast.NotEq)):
            return isinstance(other, ast.Constant) and other.value is None
        return isinstance(test.ops[0], ast.Eq) and ast.unparse(test.left).endswith(".type")
    if isinstance(test, ast.Call):
        return (
            isinstance(test.func, ast.Name)
            and test.func.id == "isinstance"
            and mentions_action(test.args[0])
            and ast.unparse(test.args[1]).endswith(action)
        )
    return isinstance(test, ast.Attribute) and mentions_action(test)
