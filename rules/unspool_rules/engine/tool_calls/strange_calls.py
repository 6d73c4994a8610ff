"""Ids of tool calls that come from out of view: a new item has one of its own beside the call's."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.names import last_name

STRANGE = "the call comes from out of view: a new one has its own `id`, and this one in `call_id`"

_TAKEN = (
    "a call that comes from out of view is taken to be one that this file makes, with the `id` "
    "that it had"
)


def refuse_strangers(work: Work, value: ast.expr) -> None:
    """Block where a value is, or is made of, the ``id`` of what is not in view."""
    for node in _ids(work, value, set()):
        if node in work.facts.handled_ids:
            continue
        if work.facts.keeps_calls:
            work.note(_TAKEN)
        else:
            work.block(node, STRANGE)


def refuse_strangers_elsewhere(work: Work) -> None:
    """The same for all outputs that the file makes, where it is not known which are handed in."""
    for made in work.tree.of(ast.Dict, ast.Call):
        fields = _fields(made)
        if {"tool_call_id", "output"} == set(fields):
            refuse_strangers(work, fields["tool_call_id"])


def _fields(node: ast.Dict | ast.Call) -> dict[str, ast.expr]:
    if isinstance(node, ast.Call):
        return {k.arg: k.value for k in node.keywords if k.arg}
    named = zip(node.keys, node.values, strict=True)
    return {str(k.value): value for k, value in named if isinstance(k, ast.Constant)}


def _ids(work: Work, value: ast.expr, seen: set[ast.AST]) -> Iterator[ast.expr]:
    for node in ast.walk(value):
        base: ast.expr | None = None
        if isinstance(node, ast.Attribute) and node.attr == "id":
            base = node.value
        elif isinstance(node, ast.Call) and last_name(node.func) == "getattr" and node.args[1:]:
            key = node.args[1]
            base = node.args[0] if isinstance(key, ast.Constant) and key.value == "id" else None
        if base is not None and isinstance(node, ast.expr) and not work.infer.of(base):
            yield node
        if isinstance(node, ast.Name):
            for given in _given(work, node, seen):
                yield from _ids(work, given, seen)


def _given(work: Work, name: ast.Name, seen: set[ast.AST]) -> list[ast.expr]:
    """What a name is assigned, or callers in view give for it."""
    variable = work.variable_of(name)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if len(bindings) != 1 or bindings[0].node in seen:
        return []
    node, value = bindings[0].node, bindings[0].value
    seen.add(node)
    if bindings[0].how is How.ASSIGN and not bindings[0].path:
        return [value] if value is not None else []
    function = work.tree.function(node)
    if bindings[0].how is not How.PARAMETER or function is None or not isinstance(node, ast.arg):
        return []
    return arguments_for(work.infer, function, node)


__all__ = ["STRANGE", "refuse_strangers", "refuse_strangers_elsewhere"]
