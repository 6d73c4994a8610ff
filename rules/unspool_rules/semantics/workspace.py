"""What only the other files of the workspace can say, asked for by position."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.kinds import client_of, is_agents
from unspool_rules.semantics.resolver import Resolver
from unspool_rules.semantics.types import NOTHING, Class, ForeignFunction, Inst, Module, Type, Types
from unspool_rules.syntax.bindings import Binding
from unspool_rules.syntax.tree import Tree


class Workspace:
    """Questions of one file to the resolver, each asked once."""

    def __init__(self, tree: Tree, resolver: Resolver) -> None:
        self._tree = tree
        self._resolver = resolver
        self._asked: dict[tuple[int, int], Types] = {}

    def imported(self, binding: Binding, node: ast.alias) -> Types:
        """Types of a name that an import brings, of our outlines or of the workspace."""
        statement = binding.statement
        if isinstance(statement, ast.ImportFrom):
            name = f"{statement.module or ''}.{node.name}"
            if statement.level or not outlines.is_ours(statement.module or ""):
                if f"{statement.module}.{node.name}" in outlines.ROOTS and not statement.level:
                    return frozenset((Module(name),))
                return self._at_end(node, node.asname or node.name)
        else:
            name = node.name if node.asname else node.name.split(".")[0]
            if name == "azure":
                return frozenset((Module("azure"),))
            if not outlines.is_ours(name):
                return NOTHING
        return values.symbol(name)

    def of(self, node: ast.expr) -> Types:
        """What the workspace says a name or an attribute is."""
        if isinstance(node, ast.Name):
            return self._at_end(node, node.id)
        if isinstance(node, ast.Attribute):
            return self._at_end(node, node.attr)
        return NOTHING

    def of_parameter(self, node: ast.arg) -> Types:
        return self._at(self._tree.span(node).start)

    def _at_end(self, node: ast.AST, name: str) -> Types:
        return self._at(self._tree.span(node).end - len(name))

    def _at(self, place: int) -> Types:
        position = self._tree.lines.position(place)
        if position not in self._asked:
            self._asked[position] = self._answers(self._resolver.infer(*position))
        return self._asked[position]

    def _answers(self, names: Iterable[str]) -> Types:
        found: set[Type] = set()
        gives: set[Inst] = set()
        for name in names:
            if name.startswith("type:"):
                found.add(Class(outlines.canonical(name[5:]) or name[5:]))
            elif name.startswith("module:"):
                found.add(Module(name[7:]))
            elif name.startswith("returns:"):
                gives.add(Inst(outlines.canonical(name[8:]) or name[8:]))
            else:
                found.add(Inst(outlines.canonical(name) or name))
        clients = frozenset(g for g in gives if client_of(g) or is_agents(g))
        return frozenset(found | {ForeignFunction(clients)} if clients else found)
