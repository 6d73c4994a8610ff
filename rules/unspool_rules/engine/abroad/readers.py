"""What another file of the project reads of the results of a function, by its text alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from unspool_rules.syntax.names import last_name

_LOOPS = (ast.For, ast.AsyncFor, ast.comprehension)
_SAME = frozenset(
    {"reversed", "list", "tuple", "next", "iter", "sorted", "copy", "deepcopy"}
    | {"create_task", "ensure_future", "gather", "run", "run_until_complete", "shield", "wait_for"}
)
"""Functions whose results are what they are given, or parts of it, at once or awaited."""


@dataclass(frozen=True, slots=True)
class Readers:
    """What a file does with the results of a function of another one."""

    reads: tuple[tuple[str, int], ...] = ()
    """Attributes, and their lines."""
    handed_on: tuple[str, ...] = ()
    """Functions that return such a result."""


def readers(text: str, function: str, attribute: bool) -> Readers:
    """What a file reads of what calls of a function give, and of what is part of it.

    Args:
        attribute: the function is none, but an attribute, or a property.
    """
    return _readers(text, function, attribute) if function in text else Readers()


@dataclass(slots=True)
class _File:
    """What of a file has to do with how values go through it."""

    functions: list[tuple[str, list[ast.expr]]] = field(default_factory=list)
    """Their names, and what they return, functions inside of them too."""
    bindings: list[tuple[set[str], ast.expr]] = field(default_factory=list)
    """Names, and the value of which they hold all or a part."""
    attributes: list[ast.Attribute] = field(default_factory=list)
    imports: list[ast.alias] = field(default_factory=list)


@lru_cache(maxsize=32)
def _file(text: str) -> _File | None:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return None
    file = _File()
    stack: list[tuple[ast.AST, tuple[list[ast.expr], ...]]] = [(tree, ())]
    while stack:
        node, returned = stack.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            own: list[ast.expr] = []
            file.functions.append((node.name, own))
            returned = (*returned, own)
        elif isinstance(node, ast.Return) and node.value is not None:
            for values in returned:
                values.append(node.value)
        elif isinstance(node, ast.Attribute):
            file.attributes.append(node)
        elif isinstance(node, ast.alias):
            file.imports.append(node)
        elif (bound := _bound(node)) is not None:
            targets, value = bound
            names = {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
            file.bindings.append((names, value))
        stack += [(child, returned) for child in ast.iter_child_nodes(node)]
    file.attributes.sort(key=lambda node: node.lineno)
    return file


def _bound(node: ast.AST) -> tuple[list[ast.expr], ast.expr] | None:
    """The targets that a node binds, and what to."""
    if isinstance(node, ast.Assign):
        return node.targets, node.value
    if isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
        return [node.target], node.value
    return ([node.target], node.iter) if isinstance(node, _LOOPS) else None


@lru_cache(maxsize=512)  # the other files seldom change between two checks of this one
def _readers(text: str, function: str, attribute: bool) -> Readers:
    file = _file(text)
    if file is None:
        return Readers()
    values = _Values(set(), function if attribute else None, set())
    for alias in file.imports:
        if alias.name == function and (attribute or alias.asname):
            (values.held if attribute else values.functions).add(alias.asname or function)
    if not attribute:
        values.functions.add(function)
    handed_on = set(_handed_on(file, values))
    reads = ((a.attr, a.lineno) for a in file.attributes if values.has(a.value))
    return Readers(tuple(reads), tuple(sorted(handed_on)))


def _handed_on(file: _File, values: _Values) -> Iterator[str]:
    """Functions that return such a value whole; what holds one becomes known on the way."""
    before = -1
    while before != len(values.held) + len(values.functions):
        before = len(values.held) + len(values.functions)
        for name, returned in file.functions:
            if any(map(values.are, returned)):
                values.functions.add(name)
                yield name
        for names, value in file.bindings:
            if values.has(value):
                values.held |= names


@dataclass(slots=True)
class _Values:
    """How the values that somebody wants to know of are written in a file."""

    functions: set[str]
    """Functions that give one."""
    attribute: str | None
    """An attribute that is one."""
    held: set[str]
    """Variables that hold one, or a part of one."""

    def are(self, node: ast.expr) -> bool:
        """Whether an expression is one of them whole."""
        if isinstance(node, ast.Await):
            node = node.value
        if isinstance(node, ast.Name):
            return node.id in self.held
        return isinstance(node, ast.Call) and last_name(node.func) in self.functions

    def has(self, node: ast.expr) -> bool:
        """Whether an expression is such a value, or a part of one."""
        while True:
            if isinstance(node, ast.Attribute) and node.attr == self.attribute:
                return True
            if isinstance(node, (ast.Attribute, ast.Subscript, ast.Await)):
                node = node.value
            elif isinstance(node, ast.Call):
                name = last_name(node.func)
                if name in self.functions:
                    return True
                return name in _SAME and any(map(self.has, node.args))
            else:
                return isinstance(node, ast.Name) and node.id in self.held


__all__ = ["Readers", "readers"]
