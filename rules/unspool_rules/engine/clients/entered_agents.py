"""``with project_client.agents as agents_client:``, where the OpenAI client takes the item's place.

So it does in ``with agents_client:`` after ``agents_client = project_client.agents``.
The ``agents`` of a project had connections of their own, which the statement closed; the project's
client stayed open, and stays so. What is closed now are the connections of the OpenAI client.
"""

from __future__ import annotations

import ast
import re

from unspool_rules.engine.clients.existing import openai_at_hand
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.kinds import is_agents
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.bindings import How, Variable

_AS = re.compile(r"\s+as\s+")


def entered(facts: Facts) -> list[ast.withitem]:
    """The items that enter the ``agents`` of a project client."""
    return [
        item
        for item in facts.tree.of(ast.withitem)
        if any(
            isinstance(value, Inst) and value.cls.endswith(".AgentsOperations")
            for value in facts.infer.of(item.context_expr)
        )
    ]


def giving_way(facts: Facts) -> ast.withitem | None:
    """The one such item, if nothing but the calls in its block goes through the project."""
    items = entered(facts)
    if len(items) != 1:
        return None
    item = items[0]
    variable = _name_given(facts, item) or _name_entered(facts, item)
    if variable is None or len(facts.scopes.bindings(variable)) != 1:
        return None
    sites = [s for s in facts.sites if s.sort == "project"]
    inside = all(
        s.operation == "functions.auto"
        or (s.alias == variable and _is_within(facts, item, s))
        or is_of_parameter(facts, s)
        for s in sites
    )
    roots = {item.context_expr, *(s.func for s in sites)}
    uses = [u for u in facts.scopes.uses(variable) if isinstance(u.ctx, ast.Load)]
    given = item.optional_vars is not None
    if not inside or not all(
        roots & {u, *facts.tree.ancestors(u)} or (given and _is_argument(facts, u)) for u in uses
    ):
        return None
    within = (s for s in sites if not is_of_parameter(facts, s))
    return item if any(_needs_openai(facts, s) for s in within) else None


def stands_for_project(facts: Facts, node: ast.expr) -> ast.expr | None:
    """The project's client, where a name of such an item is handed to a function."""
    variable = facts.scopes.variable(node) if isinstance(node, ast.Name) else None
    item = giving_way(facts) if variable is not None else None
    if item is None or not isinstance(item.context_expr, ast.Attribute):
        return None
    return item.context_expr.value if variable == _name_given(facts, item) else None


def is_of_parameter(facts: Facts, site: Site) -> bool:
    """Whether a call goes through a parameter that gets the ``agents`` of a project."""
    variable = facts.scopes.variable(site.client) if isinstance(site.client, ast.Name) else None
    bindings = facts.scopes.bindings(variable) if variable is not None else ()
    values = facts.infer.of(site.client) if site.client is not None else frozenset()
    return (
        bool(bindings)
        and all(b.how is How.PARAMETER for b in bindings)
        and any(is_agents(t) for t in values)
    )


def _is_argument(facts: Facts, use: ast.expr) -> bool:
    """Whether a function of the program gets the value of a name."""
    parent = facts.tree.parents.get(use)
    if isinstance(parent, ast.keyword):
        parent = facts.tree.parents.get(parent)
    return (
        isinstance(parent, ast.Call)
        and parent.func is not use
        and any(isinstance(t, UserFunction) for t in facts.infer.of(parent.func))
    )


def _name_given(facts: Facts, item: ast.withitem) -> Variable | None:
    """``client`` of ``with project.agents as client:``."""
    expression, name = item.context_expr, item.optional_vars
    if not (_is_of_project(expression) and isinstance(name, ast.Name)):
        return None
    between = facts.tree.source[facts.tree.span(expression).end : facts.tree.span(name).start]
    return facts.scopes.variable(name) if _AS.fullmatch(between) else None


def _name_entered(facts: Facts, item: ast.withitem) -> Variable | None:
    """``client`` of ``client = project.agents`` and, in the same function, ``with client:``."""
    name = item.context_expr
    if item.optional_vars is not None or not isinstance(name, ast.Name):
        return None
    variable = facts.scopes.variable(name)
    made = facts.scopes.bindings(variable)[:1] if variable is not None else ()
    if not made or made[0].how is not How.ASSIGN or made[0].path:
        return None
    here = facts.tree.function(name) is facts.tree.function(made[0].node)
    return variable if here and _is_of_project(made[0].value) else None


def _is_of_project(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)


def _is_within(facts: Facts, item: ast.withitem, site: Site) -> bool:
    """Whether a call stands in the block, and in no function that may outlive it."""
    statement = facts.tree.parents[item]
    return facts.tree.function(site.func) is facts.tree.function(
        statement
    ) and statement in facts.tree.ancestors(site.func)


def _needs_openai(facts: Facts, site: Site) -> bool:
    return (
        not site.operation.startswith(("agent.", "client.")) and openai_at_hand(facts, site) is None
    )
