"""Where what a tool object is made of goes, until it is an argument of an agent."""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.functions.made import made_by
from unspool_rules.engine.toolmodels.lists import is_given, only_tools
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.guards import unless_empty

_RESOURCES = "tool_resources"


def is_passed_on(work: Work, read: ast.Attribute) -> bool:
    """Whether ``tool.definitions`` or ``tool.resources`` comes to agents and to nothing else."""
    resources = read.attr == "resources"
    if is_given(work, read, _RESOURCES if resources else "tools"):
        return True
    node: ast.AST = read
    parent = work.tree.parents.get(node)
    while isinstance(parent, (ast.BinOp, ast.IfExp, ast.BoolOp, ast.Starred, ast.List)):
        node, parent = parent, work.tree.parents.get(parent)
    held = _holder(parent, node, "update" if resources else "extend")
    if isinstance(parent, ast.Call) and held is not None:
        statement = work.tree.parents.get(parent)
        held = held if isinstance(statement, ast.Expr) else None
    if not isinstance(held, ast.Name):
        return False
    variable = work.variable_of(held)
    reads = work.facts.scopes.reads(variable) if variable is not None else []
    if not any(is_given(work, use, _RESOURCES if resources else "tools") for use in reads):
        return False
    return are_resources(work, held) if resources else only_tools(work, held)


def _holder(parent: ast.AST | None, node: ast.AST, method: str) -> ast.expr | None:
    """What a value is assigned to or put into."""
    match parent:
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            return target
        case ast.AugAssign(target=target, op=ast.Add()) if method == "extend":
            return target
        case ast.Call(func=ast.Attribute(value=into, attr=name), args=[given], keywords=[]):
            return into if name == method and given is node else None
    return None


def are_resources(work: Work, node: ast.expr) -> bool:
    """Whether a name only ever holds resources of tool objects, and only agents are given it."""
    variable = work.variable_of(node)
    if variable is None or is_taken(work.facts, variable) or not statements(work, node):
        return False
    bindings = work.facts.scopes.bindings(variable)
    values = [b.value for b in bindings if b.how is How.ASSIGN and not b.path]
    more = [_updated(work, use) for use in work.facts.scopes.reads(variable)]
    given = [v for v in (*values, *more) if v is not None and not is_empty(v)]
    return bool(given) and all(_is_of_tool(work, value) for value in given)


def statements(work: Work, node: ast.expr) -> list[ast.stmt]:
    """The statements that put resources together in a name; none where it is used otherwise."""
    variable = work.variable_of(node)
    if variable is None:
        return []
    found: list[ast.stmt] = []
    for binding in work.facts.scopes.bindings(variable):
        made = binding.statement
        single = isinstance(made, ast.AnnAssign) or (
            isinstance(made, ast.Assign) and len(made.targets) == 1
        )
        if not single or binding.how is not How.ASSIGN or binding.path or binding.value is None:
            return []
        assert isinstance(made, (ast.Assign, ast.AnnAssign))
        found.append(made)
    for use in work.facts.scopes.reads(variable):
        if _updated(work, use) is not None:
            found.append(work.tree.statement(use))
        elif not is_given(work, use, _RESOURCES):
            return []
    return found


def _updated(work: Work, use: ast.expr) -> ast.expr | None:
    """What ``resources.update(more)`` puts in."""
    method = work.tree.parents.get(use)
    call = work.tree.parents.get(method) if isinstance(method, ast.Attribute) else None
    match call:
        case ast.Call(func=ast.Attribute(attr="update"), args=[more], keywords=[]):
            inside = call.func is method and isinstance(work.tree.parents.get(call), ast.Expr)
            return more if inside else None
    return None


def _is_of_tool(work: Work, node: ast.expr) -> bool:
    value = unless_empty(node) or node
    return (
        isinstance(value, ast.Attribute)
        and value.attr == "resources"
        and made_by(work, value.value) is not None
    )
