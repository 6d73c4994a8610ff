"""Results that a function gives to other files of the project, which read them in the old way.

A page and the loop that reads it are right only together; where the loop stands in another file,
neither changes by itself.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

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
    known = owner.name if isinstance(owner, ast.ClassDef) else function.name
    if work.tree.function(function) is not None:
        return None
    gone = _gone(kinds) - same
    for module in work.facts.resolver.around(work.tree.part_of(place)).takers(known):
        for name, line in _reads(module.text, function.name):
            if name in gone:
                return OldRead(module.path, line, name)
    return _in_the_text(work, function, gone)


def _in_the_text(
    work: Work, function: ast.FunctionDef | ast.AsyncFunctionDef, gone: set[str]
) -> OldRead | None:
    """The same in another module of the text, where the inference does not see what is read."""
    tree = work.tree
    mine = tree.part_of(function)
    for part, resolver in enumerate(map(work.facts.resolver.around, range(len(tree.modules)))):
        if part == mine or resolver.path is None:
            continue
        own = tree.extent(part)
        first = tree.lines.line_of(own.start)
        old = {
            (name, line + first)
            for name, line in _reads(tree.source[own.start : own.end], function.name)
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


@lru_cache(maxsize=64)  # the other files seldom change between two checks of this one
def _reads(text: str, function: str) -> tuple[tuple[str, int], ...]:
    """Attributes, and their lines, of what calls of a function give, and of what is part of it."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return ()
    held: set[str] = set()
    before = -1
    while before != len(held):
        before = len(held)
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and _is_held(node.value, function, held):
                held |= {n.id for t in node.targets for n in ast.walk(t) if isinstance(n, ast.Name)}
            elif isinstance(node, _LOOPS) and _is_held(node.iter, function, held):
                held |= {n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)}
    return tuple(
        (node.attr, node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and _is_held(node.value, function, held)
    )


def _is_held(node: ast.expr, function: str, held: set[str]) -> bool:
    """Whether an expression is such a value, or a part of one."""
    while True:
        if isinstance(node, (ast.Attribute, ast.Subscript, ast.Await)):
            node = node.value
        elif isinstance(node, ast.Call):
            name = last_name(node.func)
            if name == function:
                return True
            if name not in ("reversed", "list", "next", "iter", "sorted") or not node.args:
                return False
            node = node.args[0]
        else:
            return isinstance(node, ast.Name) and node.id in held


__all__ = ["OldRead", "read_in_old_way"]
