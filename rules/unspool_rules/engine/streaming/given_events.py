"""Functions of the file that get a value whole, and nothing else in its place."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.functions import arguments_for, parameter_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.names import last_name


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
        and not _is_kept(facts, function)
    )


def _is_kept(facts: Facts, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function is used in another way than by being called here."""
    variable = facts.scopes.lookup(function.name, facts.scopes.scope_of(function))
    if variable is not None and variable.of_module and is_taken(facts, variable):
        return True
    return any(
        last_name(node) == function.name
        and isinstance(node.ctx, ast.Load)
        and not (isinstance(call := facts.tree.parents.get(node), ast.Call) and call.func is node)
        for node in facts.tree.of(ast.Name, ast.Attribute)
    )
