"""Lists of tools that several statements put together in a name."""

from __future__ import annotations

import ast

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.lists import extensions
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.guards import unless_empty
from unspool_rules.syntax.layout import Brackets, Code, Item


def values_of(work: Work, node: ast.expr) -> list[ast.expr]:
    """What a name is assigned, but for lists that are added to it; or the expression itself."""
    variable = work.variable_of(node)
    if variable is None:
        return [node]
    found = []
    for binding in work.facts.scopes.bindings(variable):
        if isinstance(binding.statement, ast.AugAssign):
            continue
        if binding.how is not How.ASSIGN or binding.path or binding.value is None:
            return [node]
        found.append(binding.value)
    return found or [node]


def is_put_together(work: Work, node: ast.expr) -> bool:
    """Whether more than one list that stands there makes up what a name holds."""
    if not isinstance(node, ast.Name):
        return False
    values = [value for value in values_of(work, node) if not is_empty(value)]
    if node in values or not all(_is_list(value) for value in values):
        return False
    plain = len(values) < 2 and all(isinstance(v, (ast.List, ast.Tuple)) for v in values)
    return bool(extensions(work, node)) or not plain


def _is_list(node: ast.expr) -> bool:
    value = unless_empty(node) or node
    return isinstance(value, (ast.List, ast.Tuple, ast.ListComp)) or is_of_objects(value)


def is_of_objects(node: ast.expr) -> bool:
    """``a.definitions + b.definitions``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return is_of_objects(node.left) and is_of_objects(node.right)
    return isinstance(node, ast.Attribute) and node.attr == "definitions"


def put_in(work: Work, more: ast.expr, writer: Writer) -> None:
    """Write a list that is put into another: a single tool is appended."""
    call = work.tree.parents[more]
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        work.replace(more, writer)
        return
    into = call.func.value

    def write(r: Rendering) -> Code:
        code = writer(r)
        single = isinstance(code, Brackets) and code.open == "[" and not code.head
        if isinstance(code, Brackets) and single and len(code.items) == 1:
            item = code.items[0]
            alone = Item(item.value) if item.prefix == "*" else item
            method = "extend" if item.prefix == "*" else "append"
            return Brackets(f"{r.code(into)}.{method}", (alone,))
        return Brackets(f"{r.code(into)}.extend", (Item(code),))

    work.replace(call, write)
