"""Methods that an ``AgentsClient`` never had: what they give and take is not known."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Inst

_OTHERS = frozenset({"send_request"})
"""Public ones that no outline has."""


def strange_method(facts: Facts) -> ast.Attribute | None:
    """The first call of such a method; the client cannot become another one then."""
    found = [node for node in facts.tree.of(ast.Attribute) if _is_strange(facts, node)]
    return min(found, key=lambda node: facts.tree.span(node).end, default=None)


def _is_strange(facts: Facts, node: ast.Attribute) -> bool:
    call = facts.tree.parents.get(node)
    if not isinstance(call, ast.Call) or call.func is not node or node.attr in _OTHERS:
        return False
    clients = [t for t in facts.infer.of(node.value) if client_of(t) == "agents"]
    if not clients or node.attr.startswith("_") or facts.infer.of(node):
        return False
    return all(isinstance(client, Inst) for client in clients)


def reason(facts: Facts, node: ast.Attribute) -> str:
    """Why the calls of such a client stay."""
    shown = " ".join(facts.tree.segment(node.value).split())
    return f"`{node.attr}` is none of the methods of `{shown}`: say which is meant"


__all__ = ["reason", "strange_method"]
