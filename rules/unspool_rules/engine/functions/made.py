"""The calls that make tool objects, and every expression that stands for what they make."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst

FUNCTION_TOOLS = ("FunctionTool", "AsyncFunctionTool")
TOOL_SETS = ("ToolSet", "AsyncToolSet")
_HOLDERS = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)


def made_by(work: Work, node: ast.expr) -> ast.Call | None:
    """The one call that makes the tool object which an expression stands for."""
    literal = work.literal_of(node)
    if isinstance(literal, ast.Call) and class_name(work, literal) is not None:
        return literal
    sites = {t.site for t in work.infer.of(node) if isinstance(t, Inst) and t.site is not None}
    made = sites.pop() if len(sites) == 1 else None
    return made if made is not None and class_name(work, made) is not None else None


def name_of(work: Work, node: ast.expr) -> str | None:
    """The class of the tool object that an expression stands for."""
    made = made_by(work, node)
    return class_name(work, made) if made is not None else None


def stands_for(work: Work, node: ast.expr, made: ast.Call) -> bool:
    """Whether an expression may stand for the object."""
    return any(isinstance(t, Inst) and t.site is made for t in work.infer.of(node))


def holders(work: Work, made: ast.Call) -> list[ast.expr]:
    """Every expression that may stand for the object, but for the call itself."""
    return [
        node
        for node in work.tree.nodes
        if isinstance(node, _HOLDERS) and node is not made and stands_for(work, node, made)
    ]


def additions(work: Work, made: ast.Call) -> list[ast.Call]:
    """The calls that add a tool to a tool set, in order."""
    found = [
        call
        for call in work.tree.of(ast.Call)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "add"
        and len(call.args) == 1
        and stands_for(work, call.func.value, made)
    ]
    return sorted(found, key=lambda call: work.tree.span(call).start)
