"""Dumps of whole events: ``event.model_dump()``, whose keys are others in a response's events."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.tool_calls.dumps import DICTS, TEXTS

KEYS = "the keys of an event's dump are others: read the event itself"


def is_dump(facts: Facts, read: ast.Attribute) -> bool:
    """Whether a read of an event is a call that dumps it."""
    call = facts.tree.parents.get(read)
    return read.attr in {*DICTS, *TEXTS} and isinstance(call, ast.Call) and call.func is read


def key_read(facts: Facts, read: ast.Attribute) -> ast.AST | None:
    """What reads a key of a dump, in view."""
    call = facts.tree.parents[read]
    outer = facts.tree.parents.get(call)
    if isinstance(outer, ast.Call) and ast.unparse(outer.func) in ("json.loads", "loads"):
        call = outer
    elif read.attr in TEXTS:
        return None
    return _taken_apart(facts, call)


def _taken_apart(facts: Facts, node: ast.AST) -> ast.AST | None:
    parent = facts.tree.parents.get(node)
    if isinstance(parent, (ast.Subscript, ast.Attribute)) and parent.value is node:
        return parent
    if not isinstance(parent, (ast.Assign, ast.AnnAssign)) or parent.value is not node:
        return None
    targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
    for target in targets:
        variable = facts.scopes.variable(target) if isinstance(target, ast.Name) else None
        for use in facts.scopes.reads(variable) if variable is not None else ():
            above = facts.tree.parents.get(use)
            asks = isinstance(above, ast.Compare) and use in above.comparators
            if asks or (isinstance(above, (ast.Subscript, ast.Attribute)) and above.value is use):
                return above
    return None


__all__ = ["KEYS", "is_dump", "key_read"]
