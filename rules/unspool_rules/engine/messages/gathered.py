"""A message's content that is put together step by step: lists of parts in a variable."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.names import last_name

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


def said(work: Work, parts: list[ast.expr]) -> set[Variable]:
    """Variables that parts have as their texts: no lists then, wherever they come from."""
    found: set[Variable] = set()
    for part in parts:
        literal = work.literal_of(part)
        fields = literal if isinstance(literal, ast.Dict) else ast.Dict([], [])
        for key, value in zip(fields.keys, fields.values, strict=True):
            variable = work.variable_of(value)
            is_text = isinstance(key, ast.Constant) and key.value == "text"
            if is_text and variable and len(work.facts.scopes.bindings(variable)) == 1:
                if not any(_is_told_apart(work, use) for use in work.facts.scopes.reads(variable)):
                    found.add(variable)
    return found


def _is_told_apart(work: Work, use: ast.expr) -> bool:
    """``isinstance(content, str)``: a value that may be something else, too."""
    call = work.tree.parents.get(use)
    return isinstance(call, ast.Call) and last_name(call.func) in ("isinstance", "type")


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
    """Whether a variable is read for nothing but filling it, asking for it, and as content."""
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
        if _is_counted(parent) or _is_content(work, parent):
            continue
        return False
    return True


def _is_counted(parent: ast.AST | None) -> bool:
    return isinstance(parent, ast.Call) and getattr(parent.func, "id", "") == "len"


def _is_content(work: Work, parent: ast.AST | None) -> bool:
    """Whether another message of the same component has the parts."""
    call = work.tree.parents.get(parent) if isinstance(parent, ast.keyword) else None
    site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
    given = isinstance(parent, ast.keyword) and parent.arg == "content"
    return given and site in work.plan.sites and site.operation == "message.create"


def _method(work: Work, use: ast.Name) -> ast.Call | None:
    attribute = work.tree.parents.get(use)
    call = work.tree.parents.get(attribute) if attribute is not None else None
    if isinstance(attribute, ast.Attribute) and isinstance(call, ast.Call):
        return call if call.func is attribute else None
    return None
