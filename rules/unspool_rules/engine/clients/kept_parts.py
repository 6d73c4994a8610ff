"""Parts of a client that an object of the program keeps: ``self.threads = client.beta.threads``."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.types import Inst, UserInstance

_BY_NAME = ("getattr", "hasattr", "setattr", "delattr")


def uses_of(facts: Facts, target: ast.Attribute) -> list[ast.Attribute] | None:
    """The other places that name the attribute; None where another object may have it."""
    same = [
        node
        for node in facts.tree.nodes
        if isinstance(node, ast.Attribute) and node.attr == target.attr and node is not target
    ]
    owner = facts.tree.owner(target)
    if target.attr.startswith("_"):
        return same if all(facts.tree.owner(node) is owner for node in same) else None
    if owner is None or UserInstance(owner) not in facts.infer.of(target.value):
        return None
    if _is_asked_by_name(facts, target.attr):
        return None
    family = {owner, *facts.infer.heirs(owner)}
    found: list[ast.Attribute] = []
    for node in same:
        types = facts.infer.of(node.value)
        own = [isinstance(t, UserInstance) and t.node in family for t in types]
        if all(own) and own:
            found.append(node)
        elif any(own) or not all(isinstance(t, (Inst, UserInstance)) for t in types) or not own:
            return None
    return found


def _is_asked_by_name(facts: Facts, name: str) -> bool:
    """Whether ``getattr`` or the like may read the attribute by a string."""
    return any(
        isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in _BY_NAME
        and len(call.args) > 1
        and not (isinstance(call.args[1], ast.Constant) and call.args[1].value != name)
        for call in facts.tree.of(ast.Call)
    )


__all__ = ["uses_of"]
