"""How a part of a delta is read: by attribute, by key, or by a function that is given its name."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work


def constant(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def key_read(parent: ast.AST | None, node: ast.AST) -> object:
    """The key that is read of a mapping: ``part["type"]`` or ``part.get("type")``."""
    if isinstance(parent, ast.Subscript) and parent.value is node:
        return constant(parent.slice)
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.args:
        if parent.func.attr == "get" and parent.func.value is node:
            return constant(parent.args[0])
    if called(parent, "getattr") and isinstance(parent, ast.Call) and parent.args[0] is node:
        return constant(parent.args[1])
    return None


def called(node: ast.AST | None, name: str) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
        and len(node.args) >= (1 if name == "len" else 2)
    )


def counts(compare: ast.Compare, call: ast.Call) -> bool:
    """``len(x) > 0``."""
    zero = len(compare.ops) == 1 and constant(compare.comparators[0]) == 0
    return zero and compare.left is call and isinstance(compare.ops[0], ast.Gt)


def is_text_test(work: Work, compare: ast.Compare, left: ast.expr) -> bool:
    """``part.type == "text"``."""
    said = work.string_value(compare.comparators[0]) if len(compare.ops) == 1 else None
    return said == "text" and compare.left is left and isinstance(compare.ops[0], ast.Eq)
