"""``hasattr(call, "function")``: what a call that a run asks for has, and what its item has."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work

_OLD = {"call": {"function", "id", "type"}, "function": {"arguments", "name"}}
_NEW = {"arguments", "call_id", "caller", "id", "name", "namespace", "status", "type"}
"""Attributes of openai 3.54.0 ``ResponseFunctionToolCall`` (and of its ``BaseModel``: none)."""


def has_field(work: Work, node: ast.expr, call: ast.Call, kinds: set[str]) -> bool:
    """Plan such a test, or block one whose answer would be another.

    Returns:
        Whether it is one of a single attribute by name.
    """
    name = work.string_value(call.args[1]) if len(call.args) == 2 else None
    if name is None or call.args[0] is not node or len(kinds) != 1:
        return False
    before = name in _OLD[next(iter(kinds))]
    if name == "function":
        work.propose(call, lambda r: f'{r.operand(node)}.type == "function_call"')
    elif before != (name in _NEW):
        work.block(call, f"`{name}` is none of the old call's attributes: a new one may have it")
    return True
