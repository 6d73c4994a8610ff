"""Who calls a function of the file, where all its callers are in view."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of
from unspool_rules.syntax.names import last_name

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_NEUTRAL = frozenset({"staticmethod", "classmethod"})
_EMPTY = frozenset({"object", "ABC", "abc.ABC"})
"""Bases that call no methods."""


def all_calls(work: Work, function: Function) -> list[ast.Call]:
    """All calls of a function; none where it may be called in a way that is not in view."""
    owner = work.tree.parents.get(function)
    decorators = {ast.unparse(d) for d in function.decorator_list}
    named = [n for n in work.tree.of(*FUNCTIONS) if n.name == function.name]
    if decorators - _NEUTRAL or len(named) > 1:
        return []
    calls = [call for call, _ in calls_of(work.infer, function)]
    known = {id(call.func) for call in calls}
    variable = work.facts.scopes.lookup(function.name, work.facts.scopes.scope_of(function))
    uses: list[ast.expr] = []
    if isinstance(owner, ast.ClassDef):
        if not _is_own(owner, function) or work.infer.heirs(owner) or _is_taken(work, owner):
            return []
        uses += [
            n
            for n in work.tree.of(ast.Attribute)
            if n.attr == function.name and not _is_of_sdk(work, n)
        ]
        if variable is not None and variable.scope.node is owner:
            uses += work.facts.scopes.reads(variable)
    elif variable is None or is_taken(work.facts, variable):
        return []
    else:
        uses += work.facts.scopes.uses(variable)
    return calls if all(id(use) in known for use in uses) else []


def is_named_otherwise(facts: Facts, function: Function, calls: Iterable[ast.AST]) -> bool:
    """Whether a function of the file is used in another way than by some calls."""
    variable = facts.scopes.lookup(function.name, facts.scopes.scope_of(function))
    if variable is not None and variable.of_module and is_taken(facts, variable):
        return True
    known = {id(call.func) for call in calls if isinstance(call, ast.Call)}
    return any(
        last_name(node) == function.name
        and isinstance(node.ctx, ast.Load)
        and id(node) not in known
        for node in facts.tree.of(ast.Name, ast.Attribute)
    )


def _is_of_sdk(work: Work, node: ast.Attribute) -> bool:
    """Whether an attribute of such a name is a method that the SDK calls so, or a required action.

    Functions that hand in outputs are often called ``submit_tool_outputs``, too.
    """
    if work.tree.parents.get(node) in work.facts.by_call:
        return True
    return isinstance(node.value, ast.Attribute) and node.value.attr == "required_action"


def _is_own(owner: ast.ClassDef, function: Function) -> bool:
    """Whether no base class calls a method, going by its name where the base is not in view."""
    private = function.name.startswith("_") and not function.name.endswith("__")
    return private or all(ast.unparse(base) in _EMPTY for base in owner.bases)


def _is_taken(work: Work, owner: ast.ClassDef) -> bool:
    scopes = work.facts.scopes
    variable = scopes.lookup(owner.name, scopes.scope_of(owner))
    return variable is None or is_taken(work.facts, variable)
