"""Places that only strings come to: ``if isinstance(part, str): …``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property

from unspool_rules.semantics.types import Inst, Type, Types
from unspool_rules.syntax.tree import Tree

_NO_STRINGS = {"dict", "list", "tuple"}


class Strings:
    """The branches of a file in which an expression is a string."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def only(self, node: ast.expr, types: Types) -> Types:
        """The types of an expression without those that it cannot have in such a branch.

        Objects of OpenAI's SDK are no strings; azure's enumerations are.
        """
        if not types or not self._branches or not isinstance(node, (ast.Name, ast.Attribute)):
            return types
        if not isinstance(node.ctx, ast.Load):
            return types
        start = self._tree.span(node).start
        inside = self._branches.get(ast.unparse(node), ())
        if not any(first <= start < end for first, end in inside):
            return types
        return frozenset(t for t in types if not _is_no_string(t))

    @cached_property
    def _branches(self) -> dict[str, list[tuple[int, int]]]:
        """Where the bodies begin and end, by the text of what is tested."""
        found: dict[str, list[tuple[int, int]]] = {}
        for node in self._tree.of(ast.If):
            assert isinstance(node, ast.If)
            for tested in _tested(node.test):
                text = ast.unparse(tested)
                if not _is_bound(node.body, text):
                    first, last = self._tree.span(node.body[0]), self._tree.span(node.body[-1])
                    found.setdefault(text, []).append((first.start, last.end))
        return found


def _tested(test: ast.expr) -> Iterator[ast.expr]:
    """What is a string where a test holds."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        for value in test.values:
            yield from _tested(value)
    elif (
        isinstance(test, ast.Call)
        and isinstance(test.func, ast.Name)
        and test.func.id == "isinstance"
        and len(test.args) == 2
        and isinstance(test.args[1], ast.Name)
        and test.args[1].id == "str"
        and isinstance(test.args[0], (ast.Name, ast.Attribute))
    ):
        yield test.args[0]


def _is_bound(body: list[ast.stmt], text: str) -> bool:
    """Whether a branch gives a name, or what it is an attribute of, another value."""
    names = {text, *(text[:at] for at, sign in enumerate(text) if sign == ".")}
    return any(
        isinstance(node, (ast.Name, ast.Attribute))
        and not isinstance(node.ctx, ast.Load)
        and ast.unparse(node) in names
        for statement in body
        for node in ast.walk(statement)
    )


def _is_no_string(value: Type) -> bool:
    return isinstance(value, Inst) and (value.cls in _NO_STRINGS or value.cls.startswith("openai."))


def is_string_by_then(node: ast.IfExp) -> bool:
    """``text if isinstance(text, str) else text.value``: no object comes of the first branch."""
    return any(ast.dump(tested) == ast.dump(node.body) for tested in _tested(node.test))


__all__ = ["Strings", "is_string_by_then"]
