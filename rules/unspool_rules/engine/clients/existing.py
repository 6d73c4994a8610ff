"""An OpenAI client of the same project that the program has already."""

from __future__ import annotations

import ast

from unspool_rules.engine.clients.endpoints import same_endpoint
from unspool_rules.engine.clients.homes import bindings_of, home_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.kinds import client_of
from unspool_rules.syntax.bindings import Scope


def openai_at_hand(facts: Facts, site: Site) -> str | None:
    """A name that already holds the OpenAI client of this site's project client."""
    scope = facts.scopes.scope_of(site.func)
    current: Scope | None = scope
    while current is not None:
        for name, bindings in current.bindings.items():
            found = facts.scopes.lookup(name, scope)
            if len(bindings) != 1 or found is None or found.scope is not current:
                continue
            statement = bindings[0].statement
            if (
                statement is not None
                and _is_openai_of(facts, bindings[0].value, site)
                and facts.scopes.scope_of(bindings[0].node) is current
                and _is_set(facts, statement, site)
            ):
                return name
        current = current.parent
    owner = facts.tree.owner(site.func)
    for name, stores in facts.infer.stores.attributes.items():
        mine = [s for s in stores if s.owner is owner and owner is not None]
        if len(mine) == 1 and _is_openai_of(facts, mine[0].value, site):
            if _is_set(facts, facts.tree.statement(mine[0].target), site):
                return f"self.{name}"
    return None


def _is_set(facts: Facts, place: ast.AST, site: Site) -> bool:
    """Whether a statement (or an item of a ``with``) has run whenever the site does."""
    around = [facts.tree.statement(site.func), *facts.tree.ancestors(site.func)]
    if isinstance(place, ast.withitem):
        return facts.tree.parents[place] in around
    if not isinstance(place, ast.stmt):
        return False
    block = facts.tree.block_of(place)
    home = home_of(facts, site)
    if facts.tree.function(place) is not facts.tree.function(site.func):
        if any(s in around for s in block):
            return True
        return isinstance(home, ast.stmt) and any(s is home for s in block)
    after = block[block.index(place) + 1 :]
    return any(s in around for s in after)


def _is_openai_of(facts: Facts, value: ast.expr | None, site: Site) -> bool:
    if isinstance(value, ast.Await):
        value = value.value
    if not (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Attribute)
        and value.func.attr == "get_openai_client"
        and not value.args
        and not value.keywords
    ):
        return False
    source = value.func.value
    if "project" not in {client_of(t) for t in facts.infer.of(source)}:
        return False
    if site.client is None or site.sort in ("openai", "azure-openai"):
        return True
    if site.sort == "agents":
        return same_endpoint(facts, source, site.client)
    if isinstance(source, ast.Name) and isinstance(site.client, ast.Name):
        variable = facts.scopes.variable(source)
        same = variable == facts.scopes.variable(site.client)
        return same and len(bindings_of(facts, variable)) == 1
    return (
        ast.dump(source) == ast.dump(site.client)
        and home_of(facts, site) is not None
        and facts.tree.owner(source) is facts.tree.owner(site.client)
    )
