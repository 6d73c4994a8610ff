"""Walks over nodes that look only at the fields which can hold nodes of their own."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_PLAIN = frozenset(
    (
        *("id", "attr", "kind", "module", "level", "asname", "is_async", "simple", "conversion"),
        *("type_comment", "type_ignores"),
        # Of these nodes CPython makes one each: they stand nowhere and have no parent.
        *("ctx", "op", "ops"),
    )
)


class _ChildFields(dict[type[ast.AST], tuple[str, ...]]):
    def __missing__(self, kind: type[ast.AST]) -> tuple[str, ...]:
        constant = issubclass(kind, ast.Constant)
        names = () if constant else tuple(name for name in kind._fields if name not in _PLAIN)
        self[kind] = names
        return names


CHILD_FIELDS = _ChildFields()
"""Names of a kind's fields, in order; what stands in one is a node, a list or something plain."""


def children(node: ast.AST) -> list[ast.AST]:
    """What ``ast.iter_child_nodes`` gives, but for the nodes that stand nowhere."""
    found: list[ast.AST] = []
    for name in CHILD_FIELDS[node.__class__]:
        child = getattr(node, name, None)
        if child.__class__ is list:
            found += [one for one in child if isinstance(one, ast.AST)]
        elif isinstance(child, ast.AST):
            found.append(child)
    return found


def walk(*nodes: ast.AST) -> Iterator[ast.AST]:
    """The nodes and all below them, in the order of ``ast.walk``."""
    found = list(nodes)
    for node in found:
        yield node
        found += children(node)
