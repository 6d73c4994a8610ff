"""Classes of the file that are derived from a client: ``class Chat(OpenAI)``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.members import family
from unspool_rules.semantics.types import Class, Inst, Type, Types, UserInstance

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

_READ = frozenset({"beta", "containers", "conversations", "responses", "vector_stores"})
"""What the old calls and the new ones read of a client."""


def instance(infer: Inference, node: ast.ClassDef) -> Types:
    """What an instance of a class is: also a client of OpenAI, if the class is derived from one.

    Those of Azure OpenAI are followed by a project's client, which is of another class.
    """
    found: set[Type] = {UserInstance(node)}
    lineage = family(infer, node)
    clients = {Inst(c.name) for c in lineage if isinstance(c, Class)}
    for client in clients:
        own = any(_has(infer, c) for c in lineage if isinstance(c, ast.ClassDef))
        if client_of(client) == "openai" and not own:
            found.add(client)
    return frozenset(found)


def _has(infer: Inference, node: ast.ClassDef) -> bool:
    """Whether a class has something of its own in the place of what calls read."""
    scope = infer.scopes.of_node.get(node)
    own = set(scope.bindings) if scope is not None else set()
    kept = (s.owner for name in _READ for s in infer.stores.attributes.get(name, ()))
    return bool(own & _READ) or any(owner in (node, None) for owner in kept)
