"""Annotations of the file turned into types."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.derived import instance
from unspool_rules.semantics.members import attribute_of
from unspool_rules.semantics.types import (
    NOTHING,
    Class,
    Inst,
    Type,
    Types,
    UserClass,
)

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference


def annotated(infer: Inference, node: ast.expr | None) -> Types:
    """Types that an annotation in the file stands for."""
    if node is None:
        return NOTHING
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _quoted(infer, node)
    if isinstance(node, ast.BinOp):
        return annotated(infer, node.left) | annotated(infer, node.right)
    if isinstance(node, ast.Subscript):
        head = ast.unparse(node.value).rpartition(".")[2]
        inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        if head in ("Optional", "Union", "Annotated", "Final", "ClassVar"):
            chosen = inner if head == "Union" else inner[:1]
            return frozenset().union(*(annotated(infer, i) for i in chosen))
        if head.lower() in ("type",):
            return frozenset(
                Class(t.cls) for t in annotated(infer, inner[0]) if isinstance(t, Inst)
            )
        args = tuple(annotated(infer, i) for i in inner)
        if head.lower() in ("list", "sequence", "iterable", "iterator", "asynciterator", "set"):
            return frozenset((Inst("list", args[:1]),))
        if head.lower() in ("dict", "mapping", "tuple"):
            return frozenset((Inst("tuple" if head.lower() == "tuple" else "dict", args),))
        node = node.value
    if isinstance(node, ast.Name) and node.id == "str":
        return frozenset((Inst("str"),))
    return _instances(infer, infer.of(node))


def _quoted(infer: Inference, node: ast.Constant) -> Types:
    """A string annotation, resolved in the scope it stands in."""
    try:
        inner = ast.parse(str(node.value), mode="eval").body
    except SyntaxError:
        return NOTHING
    if not isinstance(inner, (ast.Name, ast.Attribute)):
        return NOTHING
    names = ast.unparse(inner).split(".")
    variable = infer.scopes.lookup(names[0], infer.scopes.scope_of(node))
    types = infer.variable(variable) if variable is not None else NOTHING
    for name in names[1:]:
        types = attribute_of(infer, types, name)
    return _instances(infer, types)


def _instances(infer: Inference, classes: Types) -> Types:
    """What a value is that is annotated with one of some classes."""
    found: set[Type] = set()
    for value in classes:
        if isinstance(value, Class):
            found.add(Inst(value.name))
        elif isinstance(value, UserClass):
            found |= instance(infer, value.node)
    return frozenset(found)
