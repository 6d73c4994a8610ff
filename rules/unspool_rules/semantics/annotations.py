"""Annotations of the outlines turned into types."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache

from unspool_rules.semantics import outlines
from unspool_rules.semantics.types import NOTHING, Class, Inst, Types

_WRAPPERS = {"Optional", "Annotated", "Required", "NotRequired", "Final", "ClassVar"}
_CONTAINERS = {
    "List": "list",
    "Sequence": "list",
    "Iterable": "list",
    "Iterator": "list",
    "AsyncIterator": "list",
    "AsyncIterable": "list",
    "Generator": "Generator",
    "AsyncGenerator": "list",
    "Collection": "list",
    "MutableSequence": "list",
    "Set": "list",
    "Tuple": "tuple",
    "Dict": "dict",
    "Mapping": "dict",
    "MutableMapping": "dict",
    "Coroutine": "Generator",
    "Awaitable": "Coroutine",
}
_BUILTINS = {"list", "dict", "tuple", "str", "int", "float", "bool", "bytes", "set"}


@cache
def _written(node: ast.expr) -> str:
    """The text of a part of an outline, all of which are kept for good."""
    return ast.unparse(node)


@cache
def _parsed(text: str) -> ast.expr | None:
    """An annotation in quotes."""
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError:
        return None


def evaluate(
    annotation: ast.expr | None,
    module: outlines.ModuleOutline,
    bound: Mapping[str, Types],
    site: ast.Call | None,
    probable: bool = False,
    owner: Inst | None = None,
) -> Types:
    """Types that an outline's annotation stands for.

    Args:
        annotation: the expression, as written in the outline.
        module: where its names are looked up.
        bound: types of the type variables in force.
        site: the identity that class instances in the answer get.
        owner: the instance that ``Self`` means.
    """

    def go(node: ast.expr | None) -> Types:
        if node is None:
            return NOTHING
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                return go(_parsed(node.value))
            return NOTHING
        if isinstance(node, ast.BinOp):
            return go(node.left) | go(node.right)
        if isinstance(node, ast.Subscript):
            return subscript(node)
        if isinstance(node, (ast.Name, ast.Attribute)):
            return name(node)
        return NOTHING

    def subscript(node: ast.Subscript) -> Types:
        head = _written(node.value).rpartition(".")[2]
        inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        if head == "Union":
            return frozenset().union(*(go(i) for i in inner))
        if head in _WRAPPERS:
            return go(inner[0])
        if head == "Literal":
            return frozenset((Inst("str", site=site),))
        if head in ("type", "Type"):
            return frozenset(Class(t.cls) for t in go(inner[0]) if isinstance(t, Inst))
        head = _CONTAINERS.get(head, head)
        if head in ("list", "tuple", "dict", "set", "Generator", "Coroutine"):
            return frozenset((Inst(head, tuple(go(i) for i in inner), site, probable),))
        resolved = outlines.resolve(_written(node.value), module)
        if resolved is not None and outlines.find_class(resolved) is not None:
            return frozenset((Inst(resolved, tuple(go(i) for i in inner), site, probable),))
        return NOTHING

    def name(node: ast.expr) -> Types:
        text = _written(node)
        if text in bound:
            return bound[text]
        if text == "Self" and owner is not None:
            return frozenset((owner,))
        if text in _BUILTINS:
            return frozenset((Inst(text, (), site, probable),))
        resolved = outlines.resolve(text, module)
        if resolved is None:
            return NOTHING
        if outlines.find_class(resolved) is not None:
            return frozenset((Inst(resolved, (), site, probable),))
        head, _, last = resolved.rpartition(".")
        home = outlines.module(head)
        if home is not None and last in home.values:  # a type alias
            return evaluate(home.values[last], home, bound, site, probable, owner)
        return NOTHING

    return go(annotation)
