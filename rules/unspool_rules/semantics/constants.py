"""Strings that expressions certainly stand for: literals and members of legacy enumerations."""

from __future__ import annotations

import ast

from unspool_rules.semantics import outlines
from unspool_rules.semantics.infer import Inference
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.names import last_name

MEANT = {("MessageRole", "ASSISTANT"): "assistant"}
"""Members that published programs name and no release of the SDKs had.

Names are found in any case: ``CaseInsensitiveEnumMeta`` of azure-core looks for them in upper case.
"""


def string_value(infer: Inference, node: ast.expr | None) -> str | None:
    """The value of a string literal or legacy enum member."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return enum_value(infer, node) if node is not None else None


def enum_value(infer: Inference, node: ast.expr) -> str | None:
    """The string that a legacy enum member, or its ``value``, stands for."""
    if isinstance(node, ast.Call):
        return _by_value(infer, node)
    if not isinstance(node, ast.Attribute):
        return None
    if node.attr == "value":
        inner = enum_value(infer, node.value)
        if inner is not None:
            return inner
    for value in infer.of(node.value):
        if isinstance(value, Class):
            outline = outlines.find_class(value.name)
            members = outline.attributes if outline is not None else {}
            member = members.get(node.attr) or members.get(node.attr.upper())
            if isinstance(member, ast.Constant) and isinstance(member.value, str):
                return member.value
            if is_meant(value.name, node.attr):
                return MEANT[value.name.rpartition(".")[2], node.attr.upper()]
    return None


def is_meant(name: str, member: str) -> bool:
    """Whether an enumeration never had this member, and it is plain which one is meant."""
    return (name.rpartition(".")[2], member.upper()) in MEANT


def _by_value(infer: Inference, node: ast.Call) -> str | None:
    """``MessageRole("user")``: the member that has the value."""
    given = node.args[0] if len(node.args) == 1 and not node.keywords else None
    if not isinstance(given, ast.Constant) or not isinstance(given.value, str):
        return None
    for value in infer.of(node.func):
        outline = outlines.find_class(value.name) if isinstance(value, Class) else None
        members = outline.attributes.values() if outline is not None else ()
        if outline is not None and any(_is_enum(base) for base in outline.bases):
            if any(isinstance(m, ast.Constant) and m.value == given.value for m in members):
                return given.value
    return None


def _is_enum(base: ast.expr) -> bool:
    return last_name(base) in ("Enum", "StrEnum")
