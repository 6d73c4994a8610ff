"""The outlines of the legacy SDKs as a table of classes, read from the ``surfaces`` folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

SURFACES = Path(__file__).parent.parent / "surfaces"
"""Folder of the outlines; jedi gets it as the first entry of its path."""

ROOTS = ("openai", "azure.ai.agents", "azure.ai.projects")


@dataclass(slots=True, eq=False)
class ClassOutline:
    """One class: what it declares itself."""

    name: str
    """Canonical qualified name."""
    module: ModuleOutline
    bases: list[ast.expr] = field(default_factory=list)
    attributes: dict[str, ast.expr] = field(default_factory=dict)
    """Annotations; an enum member has the constant that is its value."""
    methods: dict[str, ast.FunctionDef | ast.AsyncFunctionDef] = field(default_factory=dict)
    properties: set[str] = field(default_factory=set)
    variables: tuple[str, ...] = ()
    """Names of its type variables, in order."""


@dataclass(slots=True, eq=False)
class ModuleOutline:
    name: str
    package: bool = False
    classes: dict[str, ClassOutline] = field(default_factory=dict)
    functions: dict[str, ast.FunctionDef | ast.AsyncFunctionDef] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    """Local name to the qualified name it stands for."""
    values: dict[str, ast.expr] = field(default_factory=dict)
    """Annotated or assigned module names: annotation or value."""


_PRIVATE = ("_models", "_enums", "_patch")
"""Modules from which the packages of azure gather what they offer."""


@lru_cache(maxsize=4_096)
def is_ours(name: str) -> bool:
    """Whether a dotted name lies within the packages that are outlined."""
    return any(name == root or name.startswith(root + ".") for root in ROOTS)


@cache
def module(name: str) -> ModuleOutline | None:
    """The outline of a module; None when there is none (namespace folders have none)."""
    base = SURFACES.joinpath(*name.split("."))
    for path in (base / "__init__.py", base.with_suffix(".py")):
        if path.is_file():
            return _read(name, path, package=path.name == "__init__.py")
    return None


def _read(name: str, path: Path, *, package: bool) -> ModuleOutline:
    outline = ModuleOutline(name, package)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            outline.classes[node.name] = _class(node, outline)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            outline.functions[node.name] = node
        elif isinstance(node, ast.ImportFrom):
            source = _source(node, name, package)
            for alias in node.names:
                outline.imports[alias.asname or alias.name] = f"{source}.{alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                outline.imports[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            outline.values[node.target.id] = node.annotation
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            outline.values[node.targets[0].id] = node.value
    return outline


def _source(node: ast.ImportFrom, name: str, package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = name.split(".")
    parts = parts[: len(parts) - node.level + (1 if package else 0)]
    return ".".join([*parts, node.module] if node.module else parts)


def _class(node: ast.ClassDef, owner: ModuleOutline) -> ClassOutline:
    outline = ClassOutline(f"{owner.name}.{node.name}", owner, list(node.bases))
    for statement in node.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            outline.methods[statement.name] = statement
            if any(
                isinstance(d, ast.Name) and d.id == "property" for d in statement.decorator_list
            ):
                outline.properties.add(statement.name)
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            outline.attributes[statement.target.id] = statement.annotation
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            outline.attributes[statement.targets[0].id] = statement.value
    outline.variables = tuple(_variables(node))
    return outline


def _variables(node: ast.ClassDef) -> Iterator[str]:
    for base in node.bases:
        if isinstance(base, ast.Subscript):
            inner = base.slice.elts if isinstance(base.slice, ast.Tuple) else [base.slice]
            names = [n.id for n in inner if isinstance(n, ast.Name)]
            if isinstance(base.value, ast.Name) and base.value.id == "Generic":
                yield from names
                return
    for base in node.bases:
        if isinstance(base, ast.Subscript):
            inner = base.slice.elts if isinstance(base.slice, ast.Tuple) else [base.slice]
            yield from (n.id for n in inner if isinstance(n, ast.Name) and n.id.endswith("T"))


@cache
def canonical(name: str) -> str | None:
    """The name a symbol has where it is defined: a class, function, value or module; else None."""
    if module(name) is not None:
        return name
    head, _, last = name.rpartition(".")
    if not head:
        return None
    owner = module(head)
    if owner is None:
        package, _, inner = head.rpartition(".")
        if inner in _PRIVATE and module(package) is not None:
            return canonical(f"{package}.{last}")
        parent = canonical(head)
        if parent is None or parent == head:
            return None
        return canonical(f"{parent}.{last}")
    if last in owner.classes or last in owner.functions or last in owner.values:
        return name
    if last in owner.imports:
        return canonical(owner.imports[last])
    package = head.rpartition(".")[0]
    if not owner.package and package.startswith("openai.types.") and last[:1].isupper():
        return canonical(f"{package}.{last}")  # a module also has the types that its own is made of
    return None


@cache
def find_class(name: str) -> ClassOutline | None:
    """The class with this (canonical) name."""
    head, _, last = name.rpartition(".")
    owner = module(head) if head else None
    return owner.classes.get(last) if owner is not None else None


@cache
def lineage(name: str) -> tuple[ClassOutline, ...]:
    """A class and its outlined ancestors, nearest first."""
    start = find_class(name)
    if start is None:
        return ()
    found = [start]
    for base in start.bases:
        expression = base.value if isinstance(base, ast.Subscript) else base
        resolved = resolve(ast.unparse(expression), start.module)
        if resolved is not None:
            found += [c for c in lineage(resolved) if c not in found]
    return tuple(found)


@cache
def resolve(name: str, scope: ModuleOutline) -> str | None:
    """What a dotted name means inside an outline module."""
    first, _, rest = name.partition(".")
    if first in scope.classes or first in scope.values or first in scope.functions:
        start = f"{scope.name}.{first}"
    elif first in scope.imports:
        start = scope.imports[first]
    else:
        return None
    return canonical(f"{start}.{rest}" if rest else start)


@cache
def method(
    cls: str, name: str
) -> tuple[ClassOutline, ast.FunctionDef | ast.AsyncFunctionDef] | None:
    """A method and the class that defines it."""
    for outline in lineage(cls):
        if name in outline.methods and name not in outline.properties:
            return outline, outline.methods[name]
    return None


@cache
def parameters(cls: str, name: str) -> tuple[str, ...]:
    """Names of a method's positional parameters, without ``self``."""
    found = method(cls, name)
    if found is None:
        return ()
    args = found[1].args
    names = [a.arg for a in (*args.posonlyargs, *args.args)]
    return tuple(names[1:] if names[:1] in (["self"], ["cls"]) else names)
