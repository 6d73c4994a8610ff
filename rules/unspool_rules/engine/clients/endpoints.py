"""What the endpoint of a client comes from, to tell whether two clients are of one project."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import How, Variable


def same_endpoint(facts: Facts, one: ast.expr, other: ast.expr) -> bool:
    """Whether two clients certainly have the same endpoint."""
    endpoint = _endpoint_of(facts, one)
    return endpoint is not None and endpoint == _endpoint_of(facts, other)


def _endpoint_of(facts: Facts, client: ast.expr) -> str | None:
    """What a client's endpoint is made from, as text to compare; None where it is not one."""
    found: set[str | None] = set()
    for value in facts.infer.of(client):
        if isinstance(value, Inst) and client_of(value):
            call = value.site
            given = [k.value for k in call.keywords if k.arg == "endpoint"] if call else []
            given += call.args[:1] if call else []
            found.add(_spelled_out(facts, given[0], frozenset()) if given else None)
    return found.pop() if len(found) == 1 else None


def _spelled_out(facts: Facts, node: ast.expr, within: frozenset[Variable]) -> str | None:
    """An expression with what its names stand for; None where one is set more than once."""
    parts = [ast.dump(node)]
    for name in (n for n in ast.walk(node) if isinstance(n, ast.Name)):
        variable = facts.scopes.variable(name)
        if variable is None:
            continue  # a name of the language
        part = _meaning(facts, variable, within | {variable}) if variable not in within else None
        if part is None:
            return None
        if isinstance(node, ast.Name):
            return part
        parts.append(part)
    return " ".join(parts)


def _meaning(facts: Facts, variable: Variable, within: frozenset[Variable]) -> str | None:
    bindings = facts.scopes.bindings(variable)
    if len(bindings) != 1:
        return None
    (binding,) = bindings
    if binding.how is How.PARAMETER:
        owner = facts.tree.owner(binding.node) if variable.name == "self" else None
        return f"{variable.name} of {id(owner or variable.scope)}"
    if binding.how is How.IMPORT and isinstance(binding.statement, ast.stmt):
        return f"{variable.name} by {ast.dump(binding.statement)}"
    if binding.how is How.ASSIGN and binding.value is not None and not binding.path:
        return _spelled_out(facts, binding.value, within)
    return f"{variable.name} of {id(variable.scope)}"


__all__ = ["same_endpoint"]
