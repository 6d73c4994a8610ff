"""A reader of the shipped outlines that is independent of the product's own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

SURFACES = Path(__file__).parents[2] / "rules" / "unspool_rules" / "surfaces"
ROOTS = ("azure", "openai")

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(eq=False)
class Outline:
    """One module: what it defines and what it takes from elsewhere."""

    name: str
    path: Path
    tree: ast.Module
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    aliases: dict[str, ast.expr] = field(default_factory=dict)
    values: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        return {*self.classes, *self.functions, *self.aliases, *self.values, *self.imports}


def paths() -> Iterator[Path]:
    return SURFACES.rglob("*.py")


def module_name(path: Path) -> str:
    parts = path.relative_to(SURFACES).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def outlines() -> dict[str, Outline]:
    """Every module of the outlines by its name."""
    return {module_name(path): _read(path) for path in sorted(paths())}


def _read(path: Path) -> Outline:
    outline = Outline(module_name(path), path, ast.parse(path.read_text(encoding="utf-8")))
    for node in outline.tree.body:
        if isinstance(node, ast.ClassDef):
            outline.classes[node.name] = node
        elif isinstance(node, FUNCTION):
            outline.functions[node.name] = node
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            outline.aliases[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            outline.values[node.target.id] = node.annotation
        elif isinstance(node, ast.ImportFrom):
            for name in node.names:
                outline.imports[name.asname or name.name] = (node.module or "", name.name)
    return outline


def is_ours(module: str) -> bool:
    return module.split(".")[0] in ROOTS


def find(module: str, name: str) -> tuple[str, str] | None:
    """Where a name that a module offers is defined, or None; a submodule counts as a name."""
    seen: set[tuple[str, str]] = set()
    while (module, name) not in seen:
        seen.add((module, name))
        outline = outlines().get(module)
        if outline is None:
            return None
        if name in outline.imports:
            module, name = outline.imports[name]
            if not is_ours(module):
                return module, name
            continue
        target = outline.aliases.get(name)
        if isinstance(target, ast.Name) and target.id in outline.names:
            name = target.id
            continue
        if name in outline.names or f"{module}.{name}" in outlines():
            return module, name
        return None
    return None


def bases(module: str, cls: ast.ClassDef) -> Iterator[tuple[str, ast.ClassDef]]:
    """The base classes that are outlined themselves."""
    for base in cls.bases:
        head = base.value if isinstance(base, ast.Subscript) else base
        if not isinstance(head, ast.Name):
            continue
        place = find(module, head.id)
        if place and is_ours(place[0]):
            found = outlines()[place[0]].classes.get(place[1])
            if found is not None:
                yield place[0], found


def mro(module: str, cls: ast.ClassDef) -> Iterator[tuple[str, ast.ClassDef]]:
    """The class and its outlined bases, nearest first."""
    yield module, cls
    for place, base in bases(module, cls):
        yield from mro(place, base)


def attributes(cls: ast.ClassDef) -> dict[str, ast.expr]:
    return {
        node.target.id: node.annotation
        for node in cls.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def members(cls: ast.ClassDef) -> set[str]:
    """Every name that the class itself declares; enum members included."""
    named = {node.name for node in cls.body if isinstance(node, FUNCTION)}
    assigned = {
        target.id
        for node in cls.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return named | assigned | set(attributes(cls))


def methods(cls: ast.ClassDef) -> dict[str, Function]:
    return {node.name: node for node in cls.body if isinstance(node, FUNCTION)}


def parameters(function: Function) -> list[str]:
    """Names of the parameters without ``self`` and the two catch-alls."""
    args = function.args
    names = [arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def takes_anything(function: Function) -> bool:
    """Whether the outline of this method is deliberately loose (``*args``)."""
    return function.args.vararg is not None
