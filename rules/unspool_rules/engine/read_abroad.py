"""Results that a function gives to other files of the project, which read them in the old way.

A page and the loop that reads it are right only together; where the loop stands in another file,
neither changes by itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard

from unspool_rules.catalogue.results import RESULTS, Keep
from unspool_rules.engine.work import Work
from unspool_rules.syntax.names import last_name

_LOOPS = (ast.For, ast.AsyncFor, ast.comprehension)
_INSIDE = {"page": ("page", "message", "text"), "message": ("message", "text")}
"""What else is read once one has a value of a kind."""


@dataclass(frozen=True, slots=True)
class OldRead:
    """An attribute that the new objects do not have."""

    path: Path
    line: int
    """From 1 on."""
    name: str


@dataclass(frozen=True, slots=True)
class Readers:
    """What a file does with the results of a function of another one."""

    reads: tuple[tuple[str, int], ...] = ()
    """Attributes, and their lines."""
    handed_on: tuple[str, ...] = ()
    """Functions that return such a result."""


def read_in_old_way(
    work: Work, place: ast.AST, kinds: set[str], same: frozenset[str] = frozenset()
) -> OldRead | None:
    """Where another file reads what the function around a place returns as an old object.

    Args:
        same: attributes that the new object has, too.
    """
    function = work.tree.function(place)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return None
    owner = work.tree.parents.get(function)
    if work.tree.function(function) is not None:
        return None
    known = _top_names(work, place) if isinstance(owner, ast.ClassDef) else [function.name]
    attribute = any("property" in ast.unparse(d) for d in function.decorator_list)
    return _read(work, place, known, (function.name, attribute), _gone(kinds) - same)


def attribute_read_in_old_way(work: Work, target: ast.expr, kinds: set[str]) -> OldRead | None:
    """Where another file reads what an attribute of an object holds as an old object."""
    while isinstance(target, ast.Subscript):
        target = target.value
    if isinstance(target, ast.Name):
        variable = work.variable_of(target)
        if variable is None or not variable.of_module:
            return None
        return _read(work, target, [target.id], (target.id, True), _gone(kinds))
    if not isinstance(target, ast.Attribute):
        return None
    return _read(work, target, _top_names(work, target), (target.attr, True), _gone(kinds))


def _read(
    work: Work, place: ast.AST, known: Iterable[str], source: tuple[str, bool], gone: set[str]
) -> OldRead | None:
    resolver = work.facts.resolver.around(work.tree.part_of(place))
    found = {module.path: module for name in known for module in resolver.takers(name)}
    sources = dict.fromkeys(found, source)
    for path in list(found):
        for name in _readers(found[path].text, *source).handed_on:
            for module in resolver.takers(name, path):
                if module.path != resolver.path:
                    found.setdefault(module.path, module)
                    sources.setdefault(module.path, (name, False))
    for path, module in found.items():
        for name, line in _readers(module.text, *sources[path]).reads:
            if name in gone:
                return OldRead(path, line, name)
    return _in_the_text(work, place, source, gone)


def _top_names(work: Work, place: ast.AST) -> list[str]:
    """What other files can import of a module: an object of a class may come by any of them."""
    found: list[str] = []
    for statement in work.tree.module_of(place).body:
        if isinstance(statement, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            found.append(statement.name)
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            found += [n.id for n in ast.walk(statement) if _is_bound(n)]
    return list(dict.fromkeys(found))


def _is_bound(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _in_the_text(
    work: Work, place: ast.AST, source: tuple[str, bool], gone: set[str]
) -> OldRead | None:
    """The same in another module of the text, where the inference does not see what is read."""
    tree = work.tree
    mine = tree.part_of(place)
    for part, resolver in enumerate(map(work.facts.resolver.around, range(len(tree.modules)))):
        if part == mine or resolver.path is None:
            continue
        own = tree.extent(part)
        first = tree.lines.line_of(own.start)
        old = {
            (name, line + first)
            for name, line in _readers(tree.source[own.start : own.end], *source).reads
            if name in gone
        }
        for node in tree.of(ast.Attribute) if old else ():
            if (node.attr, node.lineno) in old and not work.infer.of(node.value):
                return OldRead(resolver.path, node.lineno - first, node.attr)
    return None


def _gone(kinds: set[str]) -> set[str]:
    """Attributes of old objects that have another name or place in the new ones."""
    wanted = {inner for kind in kinds for inner in _INSIDE.get(kind, (kind,))}
    return {
        name
        for (kind, name), outcome in RESULTS.items()
        if kind in wanted and not (isinstance(outcome, Keep) and outcome.name == name)
    }


def _readers(text: str, function: str, attribute: bool) -> Readers:
    return _readers_in(text, function, attribute) if function in text else Readers()


@lru_cache(maxsize=16)
def _parsed(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return None


@lru_cache(maxsize=512)  # the other files seldom change between two checks of this one
def _readers_in(text: str, function: str, attribute: bool) -> Readers:
    """What a file reads of what calls of a function give, and of what is part of it.

    Args:
        attribute: the function is none, but an attribute, or a property.
    """
    tree = _parsed(text)
    if tree is None:
        return Readers()
    names = set(_names(tree, function))
    functions: set[str] = set() if attribute else names
    source = (functions, function if attribute else None)
    held = set(_taken(tree, function)) if attribute else set()
    handed_on: set[str] = set()
    before = -1
    while before != len(held) + len(handed_on):
        before = len(held) + len(handed_on)
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if any(_gives(inner, source, held) for inner in ast.walk(node)):
                    handed_on.add(node.name)
                    functions.add(node.name)
            if isinstance(node, ast.Assign) and _is_held(node.value, source, held):
                held |= {n.id for t in node.targets for n in ast.walk(t) if isinstance(n, ast.Name)}
            elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
                if node.value is not None and _is_held(node.value, source, held):
                    held |= {n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)}
            elif isinstance(node, _LOOPS) and _is_held(node.iter, source, held):
                held |= {n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)}
    reads = tuple(
        (node.attr, node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and _is_held(node.value, source, held)
    )
    return Readers(reads, tuple(sorted(handed_on)))


def _gives(node: ast.AST, source: tuple[set[str], str | None], held: set[str]) -> bool:
    """Whether a statement returns such a value whole."""
    if not isinstance(node, ast.Return):
        return False
    value = node.value.value if isinstance(node.value, ast.Await) else node.value
    if isinstance(value, ast.Name):
        return value.id in held
    return isinstance(value, ast.Call) and last_name(value.func) in source[0]


def _taken(tree: ast.Module, name: str) -> Iterator[str]:
    """What a file imports a name as."""
    for node in ast.walk(tree):
        if isinstance(node, ast.alias) and node.name == name:
            yield node.asname or name


def _names(tree: ast.Module, function: str) -> Iterator[str]:
    """What a function is called in a file: `from lib import ask as question`."""
    yield function
    for node in ast.walk(tree):
        if isinstance(node, ast.alias) and node.name == function and node.asname is not None:
            yield node.asname


def _is_held(node: ast.expr, source: tuple[set[str], str | None], held: set[str]) -> bool:
    """Whether an expression is such a value, or a part of one."""
    functions, attribute = source
    while True:
        if isinstance(node, ast.Attribute) and node.attr == attribute:
            return True
        if isinstance(node, (ast.Attribute, ast.Subscript, ast.Await)):
            node = node.value
        elif isinstance(node, ast.Call):
            name = last_name(node.func)
            if name in functions:
                return True
            if name not in ("reversed", "list", "next", "iter", "sorted") or not node.args:
                return False
            node = node.args[0]
        else:
            return isinstance(node, ast.Name) and node.id in held


__all__ = ["OldRead", "attribute_read_in_old_way", "read_in_old_way"]
