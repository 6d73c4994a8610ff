"""Imports between the modules of one text."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unspool_rules.syntax.bindings import Variable
    from unspool_rules.syntax.scopes import Scopes

Finds = Callable[[int, str, int], "int | None"]
"""The number of the module that another one, by its number, imports by a name and leading dots."""


def links(scopes: Scopes, finds: Finds) -> Iterator[tuple[ast.alias, Variable | ast.Module]]:
    """Each imported name that is a name of another module of the text, or such a module."""
    tree = scopes.tree
    for node in tree.of(ast.ImportFrom):
        part = tree.part_of(node)
        home = finds(part, node.module or "", node.level)
        for alias in node.names:
            known = scopes.in_module(home, alias.name) if home is not None else None
            if known is not None:
                yield alias, known
                continue
            inner = f"{node.module}.{alias.name}" if node.module else alias.name
            found = finds(part, inner, node.level)
            if found is not None and found != home:
                yield alias, tree.modules[found]
    for statement in tree.of(ast.Import):
        for alias in statement.names:
            found = finds(tree.part_of(statement), alias.name, 0)
            if found is not None and (alias.asname or "." not in alias.name):
                yield alias, tree.modules[found]
