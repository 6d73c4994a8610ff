"""Names in a changed file: fresh ones, and those that are renamed with what they hold."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.writing.writers import said
from unspool_rules.syntax.bindings import Scope, Variable
from unspool_rules.syntax.fields import walk
from unspool_rules.syntax.layout import Code

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering

BY_NAME = {"locals", "globals", "vars", "eval", "exec"}
"""Functions that read variables by their names."""


class Names:
    """The names of one change."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.renamed: dict[Variable, str] = {}
        self._taken: list[tuple[str, Scope]] = []
        self._said: dict[Scope, frozenset[str]] = {}

    def fresh(self, wanted: str, node: ast.AST) -> str:
        """A name near ``wanted`` that nothing visible at the node uses."""
        name, number = wanted, 1
        while self._is_taken(name, node):
            number += 1
            name = f"{wanted}_{number}"
        self._taken.append((name, self.facts.scopes.scope_of(node)))
        return name

    def inner(self, wanted: str, *read: ast.expr) -> str:
        """A name for the variable of a comprehension that hides nothing its conditions read."""
        names = {n.id for node in read for n in ast.walk(node) if isinstance(n, ast.Name)}
        names |= {self.renamed[v] for v in self.renamed if v.name in names}
        name, number = wanted, 1
        while name in names:
            number += 1
            name = f"{wanted}_{number}"
        return name

    def _is_taken(self, name: str, node: ast.AST) -> bool:
        scope = self.facts.scopes.scope_of(node)
        if any(name == other and related(scope, home) for other, home in self._taken):
            return True
        if self.facts.scopes.visible(name, scope):
            return True
        return name in self._words(scope)

    def rename(
        self,
        variable: Variable,
        old: str,
        new: str,
        replacements: dict[ast.AST, Callable[[Rendering], Code]],
    ) -> None:
        """Rename a variable by a part of its name, where nothing stands in the way of that.

        Args:
            replacements: gets the new texts.
        """
        if old not in variable.name.lower():
            return
        position = variable.name.lower().index(old)
        end = position + len(old)
        before, after = variable.name[:position], variable.name[end:]
        if (before and before[-1].isalpha()) or (after and after[0].isalpha() and after != "s"):
            return
        wanted = before + new + after
        if not self._in_view(variable):
            return
        uses = self.facts.scopes.uses(variable)
        declared = self._declarations(variable)
        scope = variable.scope
        clash = wanted in scope.bindings or any(
            self.facts.scopes.visible(wanted, self.facts.scopes.scope_of(use))
            for use in (*uses, *declared)
        )
        if clash or any(
            wanted == name and related(scope, other.scope) for other, name in self.renamed.items()
        ):
            return
        if wanted in self._words(scope):
            return
        self.renamed[variable] = wanted
        for use in uses:
            replacements.setdefault(use, said(wanted))
        for statement in declared:
            replacements.setdefault(statement, partial(self._declaring, statement))

    def _in_view(self, variable: Variable) -> bool:
        """Whether all that says a variable's name are names and ``global`` or ``nonlocal``."""
        scope = variable.scope
        if isinstance(scope.node, ast.ClassDef):
            return False  # also an attribute
        if any(not isinstance(b.node, ast.Name) for b in self.facts.scopes.bindings(variable)):
            return False  # a parameter, an import, an exception, a pattern
        if is_taken(self.facts, variable):
            return False
        return BY_NAME.isdisjoint(self._words(scope))

    def _words(self, scope: Scope) -> frozenset[str]:
        """All names that the code of a scope says, those of scopes in it included."""
        if scope not in self._said:
            names = (node.id for node in walk(scope.node) if isinstance(node, ast.Name))
            self._said[scope] = frozenset(names)
        return self._said[scope]

    def _declarations(self, variable: Variable) -> list[ast.Global | ast.Nonlocal]:
        """The ``global`` and ``nonlocal`` statements that say the variable's name."""
        scopes = self.facts.scopes
        return [
            node
            for node in self.facts.tree.of(ast.Global, ast.Nonlocal)
            if variable.name in node.names
            and scopes.lookup(variable.name, scopes.scope_of(node)) == variable
        ]

    def _declaring(self, statement: ast.Global | ast.Nonlocal, _: Rendering) -> str:
        scopes = self.facts.scopes
        names = []
        for name in statement.names:
            variable = scopes.lookup(name, scopes.scope_of(statement))
            names.append(self.renamed.get(variable, name) if variable is not None else name)
        word = "global" if isinstance(statement, ast.Global) else "nonlocal"
        return f"{word} {', '.join(names)}"


def related(one: Scope, other: Scope) -> bool:
    """Whether one scope lies within the other."""
    for inner, outer in ((one, other), (other, one)):
        current: Scope | None = inner
        while current is not None:
            if current is outer:
                return True
            current = current.parent
    return False
