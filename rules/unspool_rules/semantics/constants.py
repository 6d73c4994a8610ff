"""Strings that expressions certainly stand for: literals and members of legacy enumerations."""

from __future__ import annotations

import ast

from unspool_rules.semantics import outlines
from unspool_rules.semantics.infer import Inference
from unspool_rules.semantics.types import Class


def string_value(infer: Inference, node: ast.expr | None) -> str | None:
    """The value of a string literal or legacy enum member."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return enum_value(infer, node) if node is not None else None


def enum_value(infer: Inference, node: ast.expr) -> str | None:
    """The string that a legacy enum member, or its ``value``, stands for."""
    if not isinstance(node, ast.Attribute):
        return None
    if node.attr == "value":
        inner = enum_value(infer, node.value)
        if inner is not None:
            return inner
    for value in infer.of(node.value):
        if isinstance(value, Class):
            outline = outlines.find_class(value.name)
            member = outline.attributes.get(node.attr) if outline is not None else None
            if isinstance(member, ast.Constant) and isinstance(member.value, str):
                return member.value
    return None
