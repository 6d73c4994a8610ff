"""Functions of the file that get a value whole, and nothing else in its place."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.callers import is_named_otherwise
from unspool_rules.semantics.functions import arguments_for, parameter_for
from unspool_rules.semantics.types import UserFunction


def parameter_of(facts: Facts, use: ast.expr) -> ast.arg | None:
    """The parameter of a function of the file that a value is given to."""
    call = facts.tree.parents.get(use)
    if isinstance(call, ast.keyword):
        call = facts.tree.parents.get(call)
    if not isinstance(call, ast.Call):
        return None
    callees = facts.infer.of(call.func)
    users = [c for c in callees if isinstance(c, UserFunction)]
    if len(callees) != 1 or not users:
        return None
    return parameter_for(users[0].node, use, call, users[0].bound)


def gets_only(facts: Facts, parameter: ast.arg, known: Iterable[ast.expr]) -> bool:
    """Whether a function of the file is only called with these values for a parameter."""
    function = facts.tree.function(parameter)
    variable = facts.scopes.lookup(parameter.arg, facts.scopes.scope_of(parameter))
    return (
        isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        and variable is not None
        and len(facts.scopes.bindings(variable)) == 1
        and set(arguments_for(facts.infer, function, parameter)) == set(known)
        and not is_named_otherwise(facts, function, facts.tree.of(ast.Call))
    )
