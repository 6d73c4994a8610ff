"""What import statements say and where they belong, as isort has it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from unspool_rules.syntax.fields import children, walk
from unspool_rules.syntax.names import last_name

_GENERIC = frozenset({"list", "dict", "tuple", "set", "frozenset", "type"})
_MAKERS = frozenset({"cast", "TypeVar", "ForwardRef", "NewType", "TypedDict", "NamedTuple"})
"""Functions that take a type, also as a string."""


def is_preamble(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def module_of(node: ast.Import | ast.ImportFrom) -> str:
    if isinstance(node, ast.Import):
        return node.names[0].name
    return "." * node.level + (node.module or "")


def section_of(module: str) -> int:
    """isort's sections: future, standard library, third party, local."""
    if module == "__future__":
        return 0
    if module.startswith("."):
        return 3
    return 1 if module.split(".")[0] in sys.stdlib_module_names else 2


def sort_key(line: str) -> tuple[int, int, str]:
    words = line.split()
    module = words[1].rstrip(",")
    return section_of(module), 1 if words[0] == "from" else 0, module.lower()


def local_name(alias: ast.alias) -> str:
    return alias.asname or alias.name.split(".")[0]


def names_in(module: ast.Module) -> set[str]:
    """Names that code reads or sets, and those that strings name where these stand for types."""
    found = set()
    for node in walk(module):
        if isinstance(node, ast.Name):
            found.add(node.id)
        for place in _of_types(node):
            for text in _strings(place):
                found |= _named(text)
    return found


def _of_types(node: ast.AST) -> list[ast.expr]:
    """Where a string is a type, or names what a module gives, instead of being text."""
    match node:
        case ast.AnnAssign(annotation=ast.Name("TypeAlias") | ast.Attribute(attr="TypeAlias")):
            return [node.value] if node.value is not None else []
        case ast.arg(annotation=place) | ast.AnnAssign(annotation=place):
            return [place] if place is not None else []
        case ast.FunctionDef(returns=place) | ast.AsyncFunctionDef(returns=place):
            return [place] if place is not None else []
        case ast.Subscript(value=ast.Name(id=head) | ast.Attribute(attr=head), slice=place):
            return [place] if head in _GENERIC or _is_class(head) else []
        case ast.Call(func=ast.Name(id=maker) | ast.Attribute(attr=maker)):
            return [*node.args, *(k.value for k in node.keywords)] if maker in _MAKERS else []
        case ast.Assign(targets=[ast.Name(id="__all__")], value=place):
            return [place]
        case ast.AugAssign(target=ast.Name(id="__all__"), value=place):
            return [place]
    return []


def _named(text: str) -> set[str]:
    """The names in a type in quotes; none where it is text after all."""
    try:
        written = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return set()
    return {node.id for node in ast.walk(written) if isinstance(node, ast.Name)}


def _is_class(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and word != "Literal"


def _strings(place: ast.expr) -> Iterator[str]:
    """Strings in an expression, other than the values of a ``Literal``."""
    below = [place]
    for node in below:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif not (isinstance(node, ast.Subscript) and last_name(node.value) == "Literal"):
            below += [child for child in children(node) if isinstance(child, ast.expr)]


def comments_in(segment: str) -> list[str]:
    return [line[line.index("#") :] for line in segment.splitlines() if "#" in line]


def spelled(name: str, local: str) -> str:
    return name if name == local else f"{name} as {local}"


def alias_text(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def import_text(
    node: ast.Import | ast.ImportFrom, kept: list[ast.alias], more: dict[str, str]
) -> str:
    if isinstance(node, ast.Import):
        return "import " + ", ".join(alias_text(a) for a in kept)
    names = {a.name: a.asname or a.name for a in kept} | more
    return from_text("." * node.level + (node.module or ""), names)


def from_text(module: str, names: dict[str, str]) -> str:
    parts = [
        name if name == local else f"{name} as {local}"
        for name, local in sorted(names.items(), key=lambda n: order(n[0]))
    ]
    line = f"from {module} import {', '.join(parts)}"
    if len(line) <= 88:
        return line
    return f"from {module} import (\n" + "".join(f"    {p},\n" for p in parts) + ")"


def order(name: str) -> tuple[int, str]:
    """isort's order: constants, classes, the rest."""
    if name.isupper():
        return 0, name
    return (1, name) if name[:1].isupper() else (2, name)
