"""A message's content that is put together step by step: lists of parts in a variable."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.syntax.scopes import How, Variable

_FILLS = ("append", "insert", "extend")


def elements(work: Work, variable: Variable) -> list[ast.expr]:
    """Every part that the file puts into the lists that a variable holds."""
    found: list[ast.expr] = []
    for binding in work.facts.scopes.bindings(variable):
        if binding.how is How.ASSIGN and not binding.path and isinstance(binding.value, ast.List):
            found += binding.value.elts
    for use in work.facts.scopes.uses(variable):
        call = _method(work, use)
        if call is None:
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if name in ("append", "insert") and call.args:
            found.append(call.args[-1])
        elif name == "extend" and call.args and isinstance(call.args[0], ast.List):
            found += call.args[0].elts
    return found


def added(work: Work, variable: Variable) -> list[ast.expr]:
    """What the file adds to the lists that a variable holds: parts, and whole lists of them."""
    found: list[ast.expr] = []
    for use in work.facts.scopes.uses(variable):
        call = _method(work, use)
        parent = work.tree.parents.get(use)
        if isinstance(parent, ast.AugAssign) and parent.target is use:
            found.append(parent.value)
        elif call is not None and getattr(call.func, "attr", "") in _FILLS and call.args:
            found.append(call.args[-1])
    return found


def is_only_gathered(work: Work, variable: Variable, node: ast.expr) -> bool:
    """Whether a variable is read for nothing but filling it, asking for it and this one use."""
    for use in work.facts.scopes.uses(variable):
        if use is node or not isinstance(use.ctx, ast.Load):
            continue
        call = _method(work, use)
        if call is not None and getattr(call.func, "attr", "") in _FILLS:
            if isinstance(work.tree.parents.get(call), ast.Expr):
                continue
        parent = work.tree.parents.get(use)
        if isinstance(parent, (ast.If, ast.IfExp)) and parent.test is use:
            continue
        if isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not):
            continue
        return False
    return True


def _method(work: Work, use: ast.Name) -> ast.Call | None:
    attribute = work.tree.parents.get(use)
    call = work.tree.parents.get(attribute) if attribute is not None else None
    if isinstance(attribute, ast.Attribute) and isinstance(call, ast.Call):
        return call if call.func is attribute else None
    return None
