"""Lists of tools that names hold: what else reads them, and what is in them."""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.content import fields_of, kinds_of
from unspool_rules.engine.work import Work


def only_tools(work: Work, node: ast.expr) -> bool:
    """Whether every use of a list of tools is in a ``tools=`` argument of this component.

    It is the argument, or a part of it: ``TOOLS + [tool]``, ``[*TOOLS, tool]``. Tools may be
    appended to it, too.
    """
    variable = work.variable_of(node)
    if variable is None:
        return False
    return all(
        _is_given(work, use) or _appended(work, use) is not None
        for use in work.facts.scopes.uses(variable)
        if isinstance(use.ctx, ast.Load)
    )


def _is_given(work: Work, use: ast.expr) -> bool:
    node: ast.AST = use
    parent = work.tree.parents.get(node)
    while _takes_all(work, parent, node):
        node, parent = parent or node, work.tree.parents.get(parent) if parent else None
    if not (isinstance(parent, ast.keyword) and parent.arg == "tools"):
        return False
    above = work.tree.parents.get(parent)
    site = work.facts.by_call.get(above) if isinstance(above, ast.Call) else None
    return site is not None and site in work.plan.sites


def _takes_all(work: Work, parent: ast.AST | None, node: ast.AST) -> bool:
    """Whether an expression is a list that has all elements of one in it."""
    if isinstance(parent, ast.BinOp):
        return isinstance(parent.op, ast.Add)
    if isinstance(parent, ast.Starred):
        return isinstance(work.tree.parents.get(parent), ast.List)
    return isinstance(parent, ast.List) and isinstance(node, ast.Starred)


def elements(work: Work, node: ast.expr, literal: ast.List | ast.Tuple) -> list[ast.expr]:
    """The tools of a list, and those that are appended to the name that holds it."""
    variable = work.variable_of(node) if node is not literal else None
    uses = work.facts.scopes.uses(variable) if variable is not None else ()
    more = [_appended(work, use) for use in uses if isinstance(use.ctx, ast.Load)]
    return [*literal.elts, *(tool for tool in more if tool is not None)]


def kinds_given(work: Work, tools: ast.expr | None) -> set[str | None]:
    """The ``type`` of each tool of a list in view, and of those that are added to it."""
    if isinstance(tools, ast.BinOp) and isinstance(tools.op, ast.Add):
        return kinds_given(work, tools.left) | kinds_given(work, tools.right)
    literal = work.literal_of(tools) if tools is not None else None
    kinds = kinds_of(work, tools)
    if tools is not None and tools is not literal and isinstance(literal, ast.List):
        for element in elements(work, tools, literal)[len(literal.elts) :]:
            fields = fields_of(work.literal_of(element))
            kinds.add(work.string_value(fields.get("type")) if fields is not None else None)
    return kinds


def _appended(work: Work, use: ast.expr) -> ast.expr | None:
    """The tool of ``TOOLS.append(tool)``."""
    parent = work.tree.parents.get(use)
    call = work.tree.parents.get(parent) if isinstance(parent, ast.Attribute) else None
    if not (
        isinstance(parent, ast.Attribute)
        and parent.attr == "append"
        and isinstance(call, ast.Call)
        and call.func is parent
        and isinstance(work.tree.parents.get(call), ast.Expr)
    ):
        return None
    return call.args[0] if len(call.args) == 1 and not call.keywords else None


def grows_later(work: Work, node: ast.expr, appended: list[ast.expr]) -> bool:
    """Whether tools may still come to a list when it has been given: a definition has a copy."""
    tree = work.tree
    loops = {a for a in tree.ancestors(node) if isinstance(a, (ast.For, ast.AsyncFor, ast.While))}
    return any(
        tree.function(tool) is not tree.function(node)
        or tree.span(tool).start > tree.span(node).start
        or not loops.isdisjoint(tree.ancestors(tool))
        for tool in appended
    )


def needs_resources(work: Work, tools: list[ast.expr]) -> bool:
    """Whether one of some tools may name files or vector stores."""
    return not all(_is_function(work, tool) for tool in tools)


def _is_function(work: Work, element: ast.expr) -> bool:
    fields = fields_of(work.literal_of(element))
    return fields is not None and work.string_value(fields.get("type")) == "function"
