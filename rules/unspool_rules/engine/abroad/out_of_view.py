"""Whose code gives what only an annotation explains."""

from __future__ import annotations

import ast
from collections.abc import Collection

from unspool_rules.engine.facts import Facts
from unspool_rules.syntax.bindings import Binding, How

_SDKS = ("openai", "azure.ai")
_STEPS = 12


def called(owner: ast.AST | None) -> list[ast.Call]:
    """The calls whose results an annotated assignment keeps, or an annotated function gives."""
    if isinstance(owner, ast.AnnAssign):
        values = [owner.value]
    else:
        values = [n.value for n in ast.walk(owner) if isinstance(n, ast.Return)] if owner else []
    calls = [v.value if isinstance(v, ast.Await) else v for v in values]
    return [c for c in calls if isinstance(c, ast.Call)]


def comes_from_project(facts: Facts, owner: ast.AST) -> bool:
    """Whether a file of the project, which may be migrated itself or not, makes the object."""
    return any(may_be_of_project(facts, call.func) for call in called(owner))


def may_be_of_project(facts: Facts, function: ast.expr, others: Collection[str] = ()) -> bool:
    """Whether what is called may be of a file of the project that uses an SDK itself.

    Args:
        others: what else such a file may have in it.
    """
    return _is_of_project(facts, function, (*_SDKS, *others), _STEPS)


def _is_of_project(facts: Facts, node: ast.expr, words: Collection[str], steps: int) -> bool:
    while isinstance(node, (ast.Attribute, ast.Call, ast.Await)):
        node = node.func if isinstance(node, ast.Call) else node.value
    variable = facts.scopes.variable(node) if isinstance(node, ast.Name) else None
    if variable is None or not steps:
        return False
    for binding in facts.scopes.bindings(variable):
        if binding.how is How.IMPORT and has_words(facts, binding, words):
            return True
        made_of = (binding.value, binding.annotation)
        if any(n is not None and _is_of_project(facts, n, words, steps - 1) for n in made_of):
            return True
    return False


def has_words(facts: Facts, binding: Binding, words: Collection[str] = _SDKS) -> bool:
    """Whether an imported file of the project has one of some words in it, such as an SDK's."""
    statement = binding.statement
    if isinstance(statement, ast.ImportFrom):
        module = statement.module or ""
        names, level = [module, f"{module}.{binding.name}"], statement.level
    elif isinstance(statement, ast.Import):
        names, level = [alias.name for alias in statement.names], 0
    else:
        return False
    resolver = facts.resolver.around(facts.tree.part_of(statement))
    found = (resolver.module(name.strip("."), level) for name in names)
    return any(m is not None and any(word in m.text for word in words) for m in found)


__all__ = ["called", "comes_from_project", "may_be_of_project"]
