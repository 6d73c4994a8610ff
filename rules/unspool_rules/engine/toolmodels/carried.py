"""Tool objects that are made in one place and used in another: on ``self``, or returned."""

from __future__ import annotations

import ast

from unspool_rules.engine.toolmodels.passed_on import are_resources, is_passed_on
from unspool_rules.engine.toolmodels.said import is_said
from unspool_rules.engine.toolmodels.tested import is_tested
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.layout import Brackets, Code, Item, with_prefix

_PARTS = ("definitions", "resources")
CARRIES = (ast.Assign, ast.Return, ast.If, ast.IfExp, ast.UnaryOp, ast.BoolOp, ast.Expr)


def made_at(work: Work, holder: ast.expr) -> ast.Call | None:
    """The one call that made the object, when it is carried to no other use than agents."""
    values = work.infer.of(holder)
    made = {t.site for t in values if isinstance(t, Inst)}
    call = made.pop() if len(made) == 1 and len(values) == 1 else None
    if call is None or not all(_is_carried(work, n) for n in holders(work, call)):
        return None
    return call


def holders(work: Work, call: ast.Call) -> list[ast.expr]:
    """Every expression that may hold the object."""
    kinds = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)
    return [
        node
        for node in work.tree.nodes
        if isinstance(node, kinds)
        and any(isinstance(t, Inst) and t.site is call for t in work.infer.of(node))
        and not (isinstance(node, ast.Attribute) and node.attr in _PARTS)
        and not are_resources(work, node)
    ]


def _is_carried(work: Work, node: ast.expr) -> bool:
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return isinstance(node, (ast.Name, ast.Attribute))
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Attribute):
        if parent.attr not in _PARTS:
            return False
        if is_said(work, node) or is_passed_on(work, parent):
            return True
        above = work.tree.parents.get(parent)
        call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else None
        site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        return site is not None and site.operation in ("agent.create", "agent.update")
    return isinstance(parent, (*CARRIES, ast.Await)) or is_tested(work, node)


def joined(left: Code, right: Code) -> Code:
    """Two lists of tools as one."""
    if isinstance(left, str) and isinstance(right, str):
        return f"{left} + {right}"
    return Brackets("", (*_elements(left), *_elements(right)), "[", "]")


def _elements(code: Code) -> tuple[Item, ...]:
    """The tools of a list that is written down, or the list to be unpacked."""
    if isinstance(code, Brackets) and code.open == "[" and not code.head and code.commas:
        return code.items
    return (Item(code, "*"),)


def each(code: Code) -> list[Code]:
    """A tool, or the tools that an unpacked list stood for."""
    if isinstance(code, Brackets) and code.open == "[" and not code.head:
        return [with_prefix(item) for item in code.items]
    return [code]
