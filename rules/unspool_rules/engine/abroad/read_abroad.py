"""Results that a function gives to other files of the project, which read them in the old way.

A page and the loop that reads it are right only together; where the loop stands in another file,
neither changes by itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from unspool_rules.catalogue.results import RESULTS, Keep
from unspool_rules.engine.abroad.readers import readers
from unspool_rules.engine.work import Work

_INSIDE = {"page": ("page", "message", "text"), "message": ("message", "text")}
"""What else is read once one has a value of a kind."""


@dataclass(frozen=True, slots=True)
class OldRead:
    """An attribute that the new objects do not have."""

    path: Path
    line: int
    """From 1 on."""
    name: str


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
    known = top_names(work, place) if isinstance(owner, ast.ClassDef) else [function.name]
    attribute = any("property" in ast.unparse(d) for d in function.decorator_list)
    return _read(work, place, known, (function.name, attribute), gone(kinds) - same)


def attribute_read_in_old_way(work: Work, target: ast.expr, kinds: set[str]) -> OldRead | None:
    """Where another file reads what an attribute of an object holds as an old object."""
    while isinstance(target, ast.Subscript):
        target = target.value
    if isinstance(target, ast.Name):
        variable = work.variable_of(target)
        if variable is None or not variable.of_module:
            return None
        return _read(work, target, [target.id], (target.id, True), gone(kinds))
    if not isinstance(target, ast.Attribute):
        return None
    found = _read(work, target, top_names(work, target), (target.attr, True), gone(kinds))
    return found if found is not None else _read_here(work, target, gone(kinds))


def _read_here(work: Work, target: ast.Attribute, gone: set[str]) -> OldRead | None:
    """The same in the file itself, of an object that nothing here says what it is."""
    if work.infer.of(target.value):
        return None
    tree = work.tree
    part = tree.part_of(target)
    own = tree.extent(part)
    first = tree.lines.line_of(own.start)
    path = _path_of(work, part)
    reads = readers(tree.source[own.start : own.end], target.attr, True).reads
    old = {(name, line + first) for name, line in reads if name in gone}
    for node in tree.of(ast.Attribute) if old else ():
        if (node.attr, node.lineno) in old and not work.infer.of(node.value):
            return OldRead(path, node.lineno - first, node.attr)
    return _read_by_imported(work, target, gone)


def _read_by_imported(work: Work, target: ast.Attribute, gone: set[str]) -> OldRead | None:
    """The same in files that this one imports: routes of the application that keeps the object."""
    tree = work.tree
    resolver = work.facts.resolver.around(tree.part_of(target))
    here = {work.facts.resolver.around(part).path for part in range(len(tree.modules))}
    for statement in ast.walk(tree.module_of(target)):
        names, level = [], 0
        if isinstance(statement, ast.Import):
            names = [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            home, level = statement.module or "", statement.level
            names = [home, *(f"{home}.{alias.name}".strip(".") for alias in statement.names)]
        for module in filter(None, (resolver.module(name, level) for name in names)):
            for name, line in readers(module.text, target.attr, True).reads:
                if name in gone and module.path not in here:
                    return OldRead(module.path, line, name)
    return None


def _path_of(work: Work, part: int) -> Path:
    """What a module is called to a person."""
    return work.facts.resolver.around(part).path or Path("this file")


def _read(
    work: Work, place: ast.AST, known: Iterable[str], source: tuple[str, bool], gone: set[str]
) -> OldRead | None:
    resolver = work.facts.resolver.around(work.tree.part_of(place))
    found = {module.path: module for name in known for module in resolver.takers(name)}
    sources = dict.fromkeys(found, source)
    for path in list(found):
        for name in readers(found[path].text, *source).handed_on:
            for module in resolver.takers(name, path):
                if module.path != resolver.path:
                    found.setdefault(module.path, module)
                    sources.setdefault(module.path, (name, False))
    for path, module in found.items():
        for name, line in readers(module.text, *sources[path]).reads:
            if name in gone:
                return OldRead(path, line, name)
    return _in_the_text(work, place, source, gone)


def top_names(work: Work, place: ast.AST) -> list[str]:
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
            for name, line in readers(tree.source[own.start : own.end], *source).reads
            if name in gone
        }
        for node in tree.of(ast.Attribute) if old else ():
            if (node.attr, node.lineno) in old and not work.infer.of(node.value):
                return OldRead(resolver.path, node.lineno - first, node.attr)
    return None


def gone(kinds: set[str]) -> set[str]:
    """Attributes of old objects that have another name or place in the new ones."""
    wanted = {inner for kind in kinds for inner in _INSIDE.get(kind, (kind,))}
    return {
        name
        for (kind, name), outcome in RESULTS.items()
        if kind in wanted and not (isinstance(outcome, Keep) and outcome.name == name)
    }


__all__ = ["OldRead", "attribute_read_in_old_way", "gone", "read_in_old_way", "top_names"]
