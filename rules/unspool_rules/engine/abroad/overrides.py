"""Methods that a subclass in another file has of its own, and what the base class gives them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from unspool_rules.engine.abroad.read_abroad import OldRead, gone
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.names import last_name

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def read_by_override(
    work: Work, call: ast.Call, node: ast.expr, function: UserFunction, kinds: set[str]
) -> OldRead | None:
    """Where another version of a method reads an argument as an old object."""
    method = function.node
    owner = work.tree.parents.get(method)
    if not isinstance(owner, ast.ClassDef) or not isinstance(method, _FUNCTIONS):
        return None
    keyword = next((k.arg for k in call.keywords if k.value is node), None)
    place = call.args.index(node) if node in call.args else None
    old = gone(kinds)
    part = work.tree.part_of(call)
    for module in work.facts.resolver.around(part).takers(owner.name):
        for name, line in _read(module.text, owner.name, method.name, place, keyword):
            if name in old:
                return OldRead(module.path, line, name)
    return None


@lru_cache(maxsize=256)  # the other files seldom change between two checks of this one
def _read(
    text: str, base: str, method: str, place: int | None, keyword: str | None
) -> tuple[tuple[str, int], ...]:
    """Attributes of an argument, and their lines, in the subclasses' own versions of a method."""
    if base not in text or method not in text:
        return ()
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return ()
    found: list[tuple[str, int]] = []
    for function in _versions(tree, base, method):
        name = _parameter(function, place, keyword)
        found += [
            (n.attr, n.lineno)
            for n in ast.walk(function)
            if isinstance(n, ast.Attribute) and (name is None or _is_named(n.value, name))
        ]
    return tuple(sorted(found, key=lambda read: read[1]))


def _versions(
    tree: ast.Module, base: str, method: str
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    bases = {base}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            bases |= {a.asname for a in node.names if a.name == base and a.asname}
    classes = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
    for cls in classes:
        if any(last_name(b) in bases for b in cls.bases):
            bases.add(cls.name)
            yield from (f for f in cls.body if isinstance(f, _FUNCTIONS) and f.name == method)


def _is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _parameter(
    function: ast.FunctionDef | ast.AsyncFunctionDef, place: int | None, keyword: str | None
) -> str | None:
    """The name that an argument has inside; None where it is one of several: ``*args``."""
    static = any(last_name(d) == "staticmethod" for d in function.decorator_list)
    named = [*function.args.posonlyargs, *function.args.args][0 if static else 1 :]
    if keyword is not None:
        found = (a.arg for a in (*named, *function.args.kwonlyargs) if a.arg == keyword)
        return next(found, None)
    return named[place].arg if place is not None and place < len(named) else None


__all__ = ["read_by_override"]
