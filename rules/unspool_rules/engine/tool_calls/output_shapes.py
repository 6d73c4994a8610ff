"""What answers the calls of a run, and the input items that it becomes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unspool_rules.engine.work import Work

OTHERWISE = "the outputs of the tool calls are read in another way here"
VAGUE = "the outputs of the tool calls come from a place whose code is not in view"
REFUSED = (
    "an output that does not name its call stays as it is: the service refuses the request with "
    "it, as it did before"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What answers a call: the legacy model, and the input item that it becomes."""

    model: str
    item: str
    keys: Mapping[str, str]
    """Fields and their new names; all of them are required."""
    dropped: Mapping[str, Callable[[Work, ast.expr], None]]
    """Optional fields that go, and who blocks where one says something."""


OUTPUT = Shape(
    "ToolOutput", "function_call_output", {"tool_call_id": "call_id", "output": "output"}, {}
)
_MORE = (
    "an output of a tool call has no other fields than its call and the output: `{}` is left out"
)
_DOES = (ast.Call, ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom)


def plain_fields(
    work: Work, shape: Shape, node: ast.Dict, fields: dict[str, ast.expr]
) -> dict[str, ast.expr]:
    """The fields of an output that its item has, where the others only say something.

    Args:
        work: the plan of the component.
        shape: what the output becomes.
        node: the output as it is written.
        fields: what it has, by name.
    """
    more = [name for name in fields if name not in shape.keys and name not in shape.dropped]
    if shape is not OUTPUT or not more or not set(shape.keys) <= set(fields):
        return fields
    values = [n for name in more for n in ast.walk(fields[name])]
    if "#" in work.tree.segment(node) or any(isinstance(n, _DOES) for n in values):
        return fields
    work.note(_MORE.format("`, `".join(more)))
    return {name: value for name, value in fields.items() if name not in more}


__all__ = ["OTHERWISE", "OUTPUT", "REFUSED", "VAGUE", "Shape", "plain_fields"]
