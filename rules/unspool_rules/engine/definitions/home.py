"""Where the file stands that a program keeps its assistants in.

Files that import each other share one: beside a file when all of them are in its folder, or in the
folder above all that have to do with assistants, whichever of them is migrated first.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.resolver import Module, Resolver

FILE = "assistants.json"

_MOST = 16
"""Files that are looked at."""


def home(r: Rendering) -> str:
    """What the file stands beside: the module, or a folder above it."""
    up = _levels(r)
    file = f"{r.imports.need('pathlib', 'Path')}(__file__)"
    if not up:
        return file
    return f"{file}.resolve().parent" if up == 1 else f"{file}.resolve().parents[{up - 1}]"


def _levels(r: Rendering) -> int:
    """How far the folder of a module stands below the one that the files share."""
    around = [r.facts.resolver.around(part) for part in range(len(r.tree.modules))]
    path = around[r.part].path
    if path is None or path.suffix == ".ipynb":
        return 0
    extents = [r.tree.extent(part) for part in range(len(around))]
    here = [
        Module(resolver.path, r.tree.source[own.start : own.end])
        for resolver, own in zip(around, extents, strict=True)
        if resolver.path is not None
    ]
    folders = {module.path.parent for module in _linked(around[r.part], here) if _uses(module)}
    above = (path.parent, *path.parent.parents)
    return next((n for n, a in enumerate(above) if all(f.is_relative_to(a) for f in folders)), 0)


def _uses(module: Module) -> bool:
    """Whether a file has to do with stored assistants; tests have files of their own."""
    path, text = module.path, module.text
    if path.name.startswith("test_") or path.stem.endswith("_test") or "tests" in path.parts:
        return False
    return FILE in text or ".assistants." in text or ("assistant_id" in text and "threads." in text)


def _linked(resolver: Resolver, here: list[Module]) -> Iterable[Module]:
    """Some files, those that are linked with them, and those that these are linked with."""
    found = {module.path: module for module in here}
    stack = list(here)
    while stack and len(found) <= _MOST:
        for other in _near(resolver, stack.pop()):
            if other.path not in found:
                found[other.path] = other
                stack.append(other)
    return found.values()


def _near(resolver: Resolver, module: Module) -> Iterator[Module]:
    """What a file imports of its project, and who imports it."""
    try:
        tree = ast.parse(module.text.removeprefix("\ufeff"))
    except (SyntaxError, ValueError, RecursionError):
        return
    for name, level in dict.fromkeys(_imports(tree)):
        imported = resolver.module(name, level, module.path)
        if imported is not None:
            yield imported
    for name in _names(tree):
        yield from resolver.takers(name, module.path)


def _imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, 0) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            before = f"{node.module}." if node.module else ""
            yield node.module or "", node.level
            yield from ((before + alias.name, node.level) for alias in node.names)


def _names(tree: ast.Module) -> list[str]:
    """What other files can take of a module."""
    found: list[str] = []
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            found.append(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [t.id for t in targets if isinstance(t, ast.Name)]
    return list(dict.fromkeys(found))


__all__ = ["FILE", "home"]
