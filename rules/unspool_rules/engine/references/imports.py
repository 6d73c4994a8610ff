"""Imports of the old SDKs: what has moved is imported from its new place, the unused goes."""

from __future__ import annotations

import ast
from functools import partial

from unspool_rules.catalogue.index import lookup
from unspool_rules.catalogue.symbols import is_legacy_name
from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.flow.annotated import named_in
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.references.drafts import Drafts
from unspool_rules.engine.sites import Reference
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics import outlines

_UNUSED = "nothing in this file uses the import; another file may take it from here"


class Imports:
    """Plans the imports of a file."""

    def __init__(self, drafts: Drafts) -> None:
        self.facts = drafts.facts
        self.tree = drafts.tree
        self.drafts = drafts
        self._moved: dict[ast.stmt, Plan] = {}

    def plan(self, reference: Reference, node: ast.alias) -> None:
        statement = self.tree.statement(node)
        if isinstance(statement, ast.ImportFrom):
            if _is_elsewhere(statement, node):
                self._move(reference, statement)
                return
        if reference.module or not self.facts.sites or not self._is_unused(node):
            return
        if isinstance(statement, ast.ImportFrom):
            if any(_home(statement, other) is not None for other in statement.names):
                self._move(reference, statement)
                return
        plan = self.drafts.new(node, reference)
        plan.dropped.add(node)
        plan.note(_UNUSED)

    def _move(self, reference: Reference, statement: ast.ImportFrom) -> None:
        """``from openai.types.beta import VectorStore``: the same class at its new place."""
        known = self._moved.get(statement)
        if known is not None:
            known.references.append(reference)
            return
        plan = self._moved[statement] = self.drafts.new(statement, reference)
        homes: dict[str, list[ast.alias]] = {}
        unused: list[ast.alias] = []
        stays = False
        for alias in statement.names:
            home = _home(statement, alias)
            if home is not None:
                homes.setdefault(home, []).append(alias)
            elif self._is_unused(alias):
                plan.note(_UNUSED)
                unused.append(alias)
            else:
                stays = True
        span = self.tree.span(statement)
        if not stays and len(homes) == 1 and "#" not in self.tree.source[span.start : span.end]:
            ((home, aliases),) = homes.items()
            text = f"from {home} import {', '.join(map(ast.unparse, aliases))}"
            plan.replacements[statement] = lambda _: text
        elif isinstance(self.tree.parents.get(statement), ast.Module):
            plan.dropped.update(unused)
            self._move_apart(plan, homes)
        else:
            plan.block(span, "the names of the import have to be imported apart")

    def _move_apart(self, plan: Plan, homes: dict[str, list[ast.alias]]) -> None:
        """Take names out of an import that keeps others, or whose names part."""
        for home, aliases in homes.items():
            for alias in aliases:
                plan.dropped.add(alias)
                plan.also.append((alias, partial(_take, home, alias)))

    def _is_unused(self, node: ast.alias) -> bool:
        """Whether nothing in the file takes the imported name, and no other file does."""
        name = node.asname or node.name.split(".")[0]
        scope = self.facts.scopes.scope_of(self.tree.statement(node))
        variable = self.facts.scopes.lookup(name, scope)
        if node.name == "*" or variable is None or self.facts.scopes.uses(variable):
            return False
        if is_taken(self.facts, variable):
            return False
        return not any(  # an annotation in quotes, or ``__all__``
            isinstance(n, ast.Constant) and named_in(n.value, name)
            for n in self.tree.nodes
            if not isinstance(self.tree.parents.get(n), ast.JoinedStr)
        )


def _is_elsewhere(statement: ast.ImportFrom, alias: ast.alias) -> bool:
    """Whether a name of the retired API lives on in another module."""
    found = outlines.canonical(f"{statement.module}.{alias.name}")
    return found is not None and not is_legacy_name(found)


def _home(statement: ast.ImportFrom, alias: ast.alias) -> str | None:
    """The module that has an imported name by now, under the same name."""
    old = f"{statement.module}.{alias.name}"
    entry = lookup(old)
    if entry is None or entry.target is None:
        return None
    home, _, name = entry.target.rpartition(".")
    same = outlines.canonical(old) == outlines.canonical(entry.target)
    moved = same and name == alias.name and home != statement.module
    return home if moved else None


def _take(home: str, alias: ast.alias, r: Rendering) -> None:
    r.imports.take(home, alias.name, alias.asname or alias.name)
