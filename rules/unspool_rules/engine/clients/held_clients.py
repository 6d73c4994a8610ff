"""Clients of which an object keeps a part only: ``self.threads = client.beta.threads``.

The name of the client is that of another method, and may mean nothing or something else where the
part is used. So the object gets the client itself.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.own_objects import new_attribute, self_of
from unspool_rules.engine.plan import CannotRender
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.stores import Store

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering

_SORTS = ("openai", "azure-openai")
_UNKEPT = "the object keeps a part of its client only: let it keep the client"
_NAMES = ("client", "openai_client", "other_client")


def client_of_object(r: Rendering, site: Site) -> str | None:
    """The expression of such a client in the method of a site; None where its own one holds."""
    found = _store(r.facts, site)
    if found is None:
        return None
    store, client = found
    me = self_of(r.tree, site.func)
    known = _kept(r.facts, store, client)
    if me is None:
        raise CannotRender(_UNKEPT)
    if known is not None:
        return f"{me}.{known}"
    name, line = _line(r, store, client)
    statement = r.tree.statement(store.target)
    if statement not in r.rewritten:
        r.lines.before(statement, line)
    return f"{me}.{name}"


def instead(r: Rendering, statement: ast.stmt) -> list[str]:
    """What stands in place of a statement that keeps a part of a client, and goes."""
    for site in r.sites:
        found = _store(r.facts, site)
        if found is None or r.tree.statement(found[0].target) is not statement:
            continue
        if _kept(r.facts, *found) is None:
            return [_line(r, *found)[1]]
    return []


def _line(r: Rendering, store: Store, client: ast.expr) -> tuple[str, str]:
    """The new attribute's name, and the statement that sets it."""
    there = self_of(r.tree, store.target)
    name = _name(r.facts, store, client)
    if there is None or name is None or not r.tree.stands_alone(r.tree.statement(store.target)):
        raise CannotRender(_UNKEPT)
    return name, f"{there}.{name} = {r.text(client)}"


def _name(facts: Facts, store: Store, client: ast.expr) -> str | None:
    """The new attribute's name: another one for each client that the object is to keep."""
    needed: list[str] = []
    places: set[ast.stmt] = set()
    for site in facts.sites:
        found = _store(facts, site)
        if found is None or found[0].owner is not store.owner or _kept(facts, *found) is not None:
            continue
        shape = ast.dump(found[1])
        needed += [shape] if shape not in needed else []
        if shape == ast.dump(client):
            places.add(facts.tree.statement(found[0].target))
    variable = facts.scopes.variable(client) if isinstance(client, ast.Name) else None
    if variable is not None and len(places) > 1 and len(facts.scopes.bindings(variable)) > 1:
        return None  # it may be another client each time
    free = [name for name in _NAMES if new_attribute(facts, store.target, name) is not None]
    index = needed.index(ast.dump(client))
    return free[index] if index < len(free) else None


def _store(facts: Facts, site: Site) -> tuple[Store, ast.expr] | None:
    """Where an object gets its part of a client that a site cannot name itself."""
    client = site.client
    store = _first(facts, site.func) if client is not None and site.sort in _SORTS else None
    if client is None or store is None or _is_there(facts, client, site.func):
        return None
    return store, client


def _first(facts: Facts, func: ast.expr) -> Store | None:
    """What an object was given of the client, at the beginning of a chain of attributes."""
    found = None
    node: ast.expr | None = func
    for _ in range(20):
        if not isinstance(node, ast.Attribute):
            return found
        if isinstance(node.value, ast.Name) and node.value.id == self_of(facts.tree, node):
            owner = facts.tree.owner(node)
            known = facts.infer.stores.attributes.get(node.attr, ())
            stores = [s for s in known if s.owner is owner and not _is_none(s.value)]
            if len(stores) != 1 or owner is None or stores[0].path:
                return found
            found = stores[0]
            node = found.value
        else:
            node = node.value
    return None


def _is_none(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _is_there(facts: Facts, client: ast.expr, place: ast.expr) -> bool:
    """Whether a client's expression means the same at another place, and makes nothing there."""
    for node in ast.walk(client):
        if isinstance(node, (ast.Call, ast.Await, ast.NamedExpr)):
            return False
        if isinstance(node, ast.Name) and node.id != self_of(facts.tree, node):
            there = facts.scopes.lookup(node.id, facts.scopes.scope_of(place))
            if there is None or there != facts.scopes.variable(node):
                return False
    return True


def _kept(facts: Facts, store: Store, client: ast.expr) -> str | None:
    """The attribute of the object that has the client already: ``self.client = client``."""
    variable = facts.scopes.variable(client) if isinstance(client, ast.Name) else None
    if variable is None or len(facts.scopes.bindings(variable)) != 1:
        return None
    for name, stores in facts.infer.stores.attributes.items():
        mine = [s for s in stores if s.owner is store.owner]
        if len(mine) != 1 or mine[0].path or not isinstance(mine[0].value, ast.Name):
            continue
        block = facts.tree.block_of(facts.tree.statement(store.target))
        if facts.scopes.variable(mine[0].value) != variable:
            continue
        if facts.tree.statement(mine[0].target) in block:
            return name
    return None


__all__ = ["client_of_object"]
