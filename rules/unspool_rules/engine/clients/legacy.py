"""The clients that legacy calls go through: what makes them, and where they can be reached."""

from __future__ import annotations

import ast
import sys

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.model.settings import Target, TargetService
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Inst


def service_of(site: Site, target: Target) -> TargetService:
    """Which service a site's migrated code talks to."""
    if site.azure:
        return TargetService.FOUNDRY
    if target.service is not TargetService.AUTO:
        return target.service
    return TargetService.OPENAI if site.sort == "openai" else TargetService.FOUNDRY


def constructed(facts: Facts, site: Site) -> ast.Call | None:
    """The call in this file that makes the site's client, when exactly one does."""
    if site.client is None:
        return None
    calls = {
        t.site
        for t in facts.infer.of(site.client)
        if isinstance(t, Inst) and t.site is not None and client_of(t) == site.sort
    }
    return calls.pop() if len(calls) == 1 else None


def has_project(facts: Facts, site: Site) -> bool:
    """Whether an ``AIProjectClient`` can be had for the site."""
    if site.azure:
        return True
    made = constructed(facts, site)
    statement = assignment_of(facts, made) if made is not None else None
    return statement is not None and reaches(facts, statement, site)


def reaches(facts: Facts, statement: ast.stmt, site: Site) -> bool:
    """Whether a name that is set beside a client's construction can be read at the site."""
    target = target_of(statement)
    if isinstance(target, ast.Name):
        home = facts.scopes.scope_of(target)
        scope = facts.scopes.scope_of(site.func)
        if isinstance(home.node, ast.ClassDef):
            return False
        while scope is not None and scope is not home:
            if scope.parent is None:
                return False
            scope = scope.parent
        return True
    owner = facts.tree.owner(statement)
    return (
        isinstance(target, ast.Attribute)
        and owner is not None
        and owner is facts.tree.owner(site.func)
        and isinstance(target.value, ast.Name)
        and facts.tree.function(site.func) is not None
        and facts.scopes.lookup(target.value.id, facts.scopes.scope_of(site.func)) is not None
    )


def handed_on(facts: Facts, site: Site) -> bool:
    """Whether code of another file gets the site's client, which has to stay what it is then."""
    made = constructed(facts, site)
    parent = None if made is None else facts.tree.parents.get(made)
    if isinstance(parent, ast.withitem):
        target = parent.optional_vars
    else:
        statement = assignment_of(facts, made) if made is not None else None
        target = None if statement is None else target_of(statement)
    variable = facts.scopes.variable(target) if isinstance(target, ast.Name) else None
    if variable is None:
        return False
    return any(_goes_abroad(facts, use) for use in facts.scopes.uses(variable))


def _goes_abroad(facts: Facts, use: ast.Name) -> bool:
    """Whether the name is an argument of what another file of the workspace defines."""
    parent = facts.tree.parents.get(use)
    if isinstance(parent, ast.keyword):
        parent = facts.tree.parents.get(parent)
    if not isinstance(parent, ast.Call) or parent.func is use:
        return False
    root: ast.expr = parent.func
    while isinstance(root, ast.Attribute):
        root = root.value
    variable = facts.scopes.variable(root) if isinstance(root, ast.Name) else None
    bindings = () if variable is None else facts.scopes.bindings(variable)
    for binding in bindings:
        statement = binding.statement
        if isinstance(statement, ast.Import):
            modules = [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            modules = [statement.module or ""]
        else:
            continue
        if any(m.partition(".")[0] not in sys.stdlib_module_names for m in modules):
            return True
    return False


def target_of(statement: ast.stmt) -> ast.expr:
    """What an assignment of one target is to."""
    assert isinstance(statement, (ast.Assign, ast.AnnAssign))
    return statement.targets[0] if isinstance(statement, ast.Assign) else statement.target


def assignment_of(facts: Facts, made: ast.Call) -> ast.stmt | None:
    """The assignment statement whose whole value the construction is."""
    parent = facts.tree.parents.get(made)
    while isinstance(parent, (ast.BoolOp, ast.IfExp)):
        parent = facts.tree.parents.get(parent)
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
        if isinstance(target, (ast.Name, ast.Attribute)):
            return parent
    return None
