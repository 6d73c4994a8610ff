"""What is read of a tool call as of a dictionary: nothing where the call is of another kind."""

from __future__ import annotations

import ast

from unspool_rules.engine.steps.tests import default_of
from unspool_rules.engine.work import Work, is_empty


def maybe_there(work: Work, outer: ast.expr, node: ast.expr, item: str, field: str) -> bool:
    """``call.get("function", {}).get("name")``: the field of such a call, else the default.

    Args:
        work: the plan of the component.
        outer: the read of the field.
        node: the details of the call: a name that has them or None, or the read of them.
        item: the type of an item that has them.
        field: its field.
    """
    default = default_of(outer)
    if not isinstance(outer, ast.Call) or field in ("results", "outputs"):
        return False
    other = ast.unparse(default) if default is not None else "None"
    if isinstance(node, ast.Name):
        work.replace(outer, lambda r: f'getattr({r.text(node)}, "{field}", {other})')
        return True
    read = default_of(node)
    if read is None or not isinstance(node, ast.Call) or not is_empty(read):
        return False
    work.replace(
        outer,
        lambda r: f'({r.operand(node)}.{field} if {r.operand(node)}.type == "{item}" else {other})',
    )
    return True


__all__ = ["maybe_there"]
