"""Reads the shipped outlines without importing them: which qualified names exist, and where."""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass
from pathlib import Path

import unspool_rules

SURFACES = Path(unspool_rules.__file__).parent / "surfaces"


@dataclass(frozen=True)
class Definition:
    """Where a name is defined, and its node when it has one of its own."""

    module: str
    qualified: str
    node: ast.AST


@functools.cache
def module(name: str) -> ast.Module | None:
    """The parsed outline of a module; ``None`` when there is none."""
    path = SURFACES.joinpath(*name.split("."))
    for file in (path / "__init__.py", path.with_suffix(".py")):
        if file.is_file():
            return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))
    return None


@functools.cache
def resolve(qualified: str) -> Definition | None:
    """The definition behind a dotted name, through re-exports and base classes."""
    parts = qualified.split(".")
    for cut in range(len(parts), 0, -1):
        name = ".".join(parts[:cut])
        if module(name) is not None:
            return _walk(name, parts[cut:])
    return None


def public_names(packages: tuple[str, ...]) -> list[str]:
    """Qualified names of the classes, functions and aliases that some packages define."""
    names = []
    for file in sorted(SURFACES.rglob("*.py")):
        name = ".".join(file.relative_to(SURFACES).with_suffix("").parts).removesuffix(".__init__")
        tree = module(name) if name.startswith(packages) else None
        for node in tree.body if tree else ():
            names += [f"{name}.{bound}" for bound in sorted(_bound(node)) if bound[0] != "_"]
    return names


def _walk(name: str, rest: list[str]) -> Definition | None:
    tree = module(name)
    if tree is None:
        return None
    if not rest:
        return Definition(name, name, tree)
    found = _in_module(name, rest[0])
    for attribute in rest[1:]:
        if found is None:
            return None
        found = _in_class(found, attribute)
    return found


@functools.cache
def _in_module(name: str, wanted: str) -> Definition | None:
    tree = module(name)
    for node in tree.body if tree else ():
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                if (alias.asname or alias.name) == wanted:
                    inner = _in_module(node.module, alias.name)
                    return inner or resolve(f"{node.module}.{alias.name}")
                if alias.name == "*" and (inner := _in_module(node.module, wanted)):
                    return inner
        elif wanted in _bound(node):
            return Definition(name, f"{name}.{wanted}", node)
    return None


def _in_class(owner: Definition, wanted: str) -> Definition | None:
    if not isinstance(owner.node, ast.ClassDef):
        return None
    for node in owner.node.body:
        if wanted in _bound(node):
            return Definition(owner.module, f"{owner.qualified}.{wanted}", node)
    for base in owner.node.bases:
        expression = base.value if isinstance(base, ast.Subscript) else base
        parent = _in_module(owner.module, ast.unparse(expression).split(".")[0])
        if parent is not None and parent != owner and (inner := _in_class(parent, wanted)):
            return inner
    return None


def _bound(node: ast.AST) -> set[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return {node.name}
    if isinstance(node, ast.AnnAssign):
        return {ast.unparse(node.target)}
    if isinstance(node, ast.Assign):
        return {ast.unparse(target) for target in node.targets}
    return set()
