"""The place where a client gets its name, and beside which a second one is made."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.bindings import Binding, How, Variable


def is_closed(cls: ast.ClassDef) -> bool:
    """Whether instances of a class take no attributes but those that it names."""
    words = {n.arg for d in cls.decorator_list for n in ast.walk(d) if isinstance(n, ast.keyword)}
    slots = any(
        isinstance(n, ast.Name) and n.id == "__slots__" and isinstance(n.ctx, ast.Store)
        for s in cls.body
        for n in ast.walk(s)
    )
    return slots or bool(words & {"slots", "frozen"})


def _is_none(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def first_statement(function: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
    body = function.body
    first = body[0]
    if (
        len(body) > 1
        and isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        return body[1]
    return first


def home_of(facts: Facts, site: Site) -> ast.AST | None:
    """The node after (or in) which a second client is to be made."""
    client = site.client
    if isinstance(client, ast.Name):
        variable = facts.scopes.variable(client)
        bindings = bindings_of(facts, variable)
        if len(bindings) == 1 and variable is not None:
            if facts.scopes.scope_of(bindings[0].node) is not variable.scope:
                return None  # set by a function that declares it ``global``
            within = with_of(facts, site, variable)
            return within or bindings[0].statement or bindings[0].node
    if isinstance(client, ast.Attribute):
        stores = [
            s
            for s in facts.infer.stores.attributes.get(client.attr, ())
            if s.owner is facts.tree.owner(client) and s.owner is not None
        ]
        stores = [s for s in stores if not _is_none(s.value)]
        if len(stores) == 1:
            return facts.tree.statement(stores[0].target)
    return None


def closes_agents(site: Site) -> bool:
    """Whether a call closes the ``agents`` of a project, which had connections of their own."""
    owner = site.method.owner
    if site.operation != "client.close" or not isinstance(owner, Inst):
        return False
    return owner.cls.endswith(".AgentsOperations")


def bindings_of(facts: Facts, variable: Variable | None) -> list[Binding]:
    if variable is None:
        return []
    return [
        b
        for b in facts.scopes.bindings(variable)
        if b.how is not How.ANNOTATION and not _is_none(b.value)
    ]


def has_attribute(facts: Facts, owner: ast.ClassDef, name: str) -> bool:
    """Whether a class of this file has an attribute, a method or a property of a name."""
    stores = facts.infer.stores.attributes.get(name, ())
    return any(s.owner is owner for s in stores) or any(
        name in (getattr(s, "name", ""), getattr(getattr(s, "target", None), "id", ""))
        or any(getattr(t, "id", "") == name for t in getattr(s, "targets", ()))
        for s in owner.body
    )


def set_from(facts: Facts, client: ast.expr, first: ast.stmt) -> bool:
    """Whether a client is set to another one at or after a statement of the same function."""
    start, function = facts.tree.span(first).start, facts.tree.function(first)
    targets: list[ast.AST] = []
    if isinstance(client, ast.Name):
        variable = facts.scopes.variable(client)
        targets += [b.node for b in bindings_of(facts, variable)]
    elif isinstance(client, ast.Attribute):
        stores = facts.infer.stores.attributes.get(client.attr, ())
        targets += [s.target for s in stores]
    return any(
        facts.tree.function(t) is function and facts.tree.span(t).start >= start
        for t in targets
        if not isinstance(t, ast.arg)
    )


def is_named(client: ast.expr, block: list[ast.stmt]) -> bool:
    """Whether statements have to do with the client, such as a test whether there is one."""
    root = client
    while isinstance(root, (ast.Attribute, ast.Subscript, ast.Call)):
        root = root.func if isinstance(root, ast.Call) else root.value
    names = {n.id for s in block for n in ast.walk(s) if isinstance(n, ast.Name)}
    return isinstance(root, ast.Name) and root.id in names


def sets_clients(facts: Facts, block: list[ast.stmt]) -> bool:
    """Whether statements call functions of the file, which may set a global or an attribute."""
    return any(
        isinstance(value, UserFunction)
        for statement in block
        for node in ast.walk(statement)
        if isinstance(node, ast.Call)
        for value in facts.infer.of(node.func)
    )


def with_of(facts: Facts, site: Site, variable: Variable | None) -> ast.With | ast.AsyncWith | None:
    """The ``with`` statement around the site that enters its client."""
    if variable is None:
        return None
    for parent in facts.tree.ancestors(site.func):
        if isinstance(parent, (ast.With, ast.AsyncWith)):
            for item in parent.items:
                for node in (item.context_expr, item.optional_vars):
                    if isinstance(node, ast.Name) and facts.scopes.variable(node) == variable:
                        return parent
    return None
