"""Whether an expression means the same at a later statement of its function."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import STREAMS, SUBMITS, WAITS
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.waiting.pauses import PLAIN
from unspool_rules.syntax.names import last_name

_SPEAKERS = {"print", "debug", "info", "warning", "error", "exception", "log", "get", "sleep"}
_ASKING = PLAIN | {"get", "getenv", "join", "dedent", "dict", "list", "tuple", "lstrip", "rstrip"}
"""Functions that change nothing, and hardly ever fail."""
_MAKING = (ast.JoinedStr, ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Starred)
"""What looks into a list or the like, where its name alone would be the list at any time."""
_CHANGING = {"append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update"}
_RUNNING = (*WAITS, *STREAMS, *SUBMITS)
"""Operations that may call functions of the program."""


def means_the_same(
    facts: Facts, place: ast.stmt, last: ast.stmt, own: set[ast.AST], values: list[ast.AST]
) -> bool:
    """Whether values mean the same at a later statement."""
    tree = facts.tree
    start, end = tree.span(place).end, tree.span(last).start
    between = [
        n
        for n in tree.nodes
        if isinstance(n, ast.stmt) and start <= tree.span(n).start < end and n not in own
    ]
    values = [n for n in values if not _is_own_id(facts, n)]
    if _calls(values):
        return all(_only_puts(s, own) for s in between)
    return not any(_may_change(facts, s, values) for s in between if not _only_puts(s, own))


def _is_own_id(facts: Facts, node: ast.AST) -> bool:
    """``thread.id`` of an object that a name of the function holds: nothing changes an id."""
    if not isinstance(node, ast.Attribute) or node.attr != "id":
        return False
    variable = facts.scopes.variable(node.value) if isinstance(node.value, ast.Name) else None
    if variable is None or variable.of_module or not facts.origins(node.value):
        return False
    function = facts.tree.function(node)
    return all(facts.tree.function(use) is function for use in facts.scopes.uses(variable))


def _calls(values: list[ast.AST]) -> bool:
    return any(isinstance(n, (ast.Call, ast.Await, ast.NamedExpr, ast.Yield)) for n in values)


def does(values: list[ast.AST]) -> bool:
    """Whether values may do something, or fail, which a condition or an attempt would change."""
    return _calls([n for n in values if not (isinstance(n, ast.Call) and _asks(n))])


def _asks(call: ast.Call) -> bool:
    return last_name(call.func) in _ASKING


def only_asks(node: ast.AST) -> bool:
    """Whether a statement calls nothing to choose what is done."""
    return isinstance(node, ast.If) and not any(
        isinstance(n, (ast.Call, ast.Await, ast.NamedExpr)) for n in ast.walk(node.test)
    )


def _only_puts(statement: ast.stmt, own: set[ast.AST]) -> bool:
    """Whether a statement only puts more into the dictionary, under a condition that is read."""
    if not isinstance(statement, ast.If) or not only_asks(statement):
        return False
    return all(s in own for s in (*statement.body, *statement.orelse))


def _may_change(facts: Facts, statement: ast.stmt, values: list[ast.AST]) -> bool:
    """Whether a statement may change what expressions without calls stand for."""
    names = {n.id for n in values if isinstance(n, ast.Name)}
    said = {n.id for n in ast.walk(statement) if isinstance(n, ast.Name)}
    reads = any(
        isinstance(n, (ast.Attribute, ast.Subscript)) and not _is_of_tool(n, said) for n in values
    )
    makes = any(isinstance(n, _MAKING) for n in values)
    asks = reads or not names.isdisjoint(_set_elsewhere(facts, statement))
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            if node.id in names:
                return True
        if reads and isinstance(node, (ast.Attribute, ast.Subscript)):
            if not isinstance(node.ctx, ast.Load):
                return True
        if isinstance(node, ast.Call):
            if (asks and not _speaks(facts, node)) or (makes and _changes(node, names)):
                return True
    return False


def _set_elsewhere(facts: Facts, statement: ast.stmt) -> set[str]:
    """Names that functions set which are not their own, other than the one of a statement."""
    function = facts.tree.function(statement)
    declared = facts.tree.of(ast.Global, ast.Nonlocal)
    return {name for n in declared if facts.tree.function(n) is not function for name in n.names}


def _changes(call: ast.Call, names: set[str]) -> bool:
    """Whether a call changes a list, or the like, of one of these names."""
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and func.attr in _CHANGING
        and isinstance(func.value, ast.Name)
        and func.value.id in names
    )


def _is_of_tool(node: ast.Attribute | ast.Subscript, said: set[str]) -> bool:
    """Whether it is a tool object's ``definitions``, where a statement does not name the tool."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("definitions", "resources")
        and isinstance(node.value, ast.Name)
        and node.value.id not in said
    )


def _speaks(facts: Facts, call: ast.Call) -> bool:
    """Whether a call only tells something, or asks a service, which changes no object here."""
    site = facts.by_call.get(call)
    asked = site is not None and site.operation not in _RUNNING
    return asked or last_name(call.func) in _SPEAKERS


__all__ = ["does", "means_the_same", "only_asks"]
