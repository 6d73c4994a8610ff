"""What import statements say and where they belong, as isort has it."""

from __future__ import annotations

import ast
import sys

from unspool_rules.syntax.fields import walk


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
    found = set()
    for node in walk(module):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif (  # string annotations name things, too
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.isidentifier()
        ):
            found.add(node.value)
    return found


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
