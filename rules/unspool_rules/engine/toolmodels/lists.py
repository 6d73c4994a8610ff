"""Lists of tools that names hold: what else reads them, and what is in them."""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.content import fields_of, kinds_of
from unspool_rules.engine.work import Work
from unspool_rules.syntax.guards import unless_empty


def only_tools(work: Work, node: ast.expr) -> bool:
    """Whether every use of a list of tools is in a ``tools=`` argument of this component.

    It is the argument, or a part of it: ``TOOLS + [tool]``, ``[*TOOLS, tool]``. Tools may be
    put into it, too, and how many there are may be said.
    """
    variable = work.variable_of(node)
    if variable is None:
        return False
    return all(
        is_given(work, use, "tools")
        or _appended(work, use) is not None
        or extension(work, use) is not None
        or _is_counted(work, use)
        for use in work.facts.scopes.uses(variable)
        if isinstance(use.ctx, ast.Load)
    )


def _is_counted(work: Work, use: ast.expr) -> bool:
    """``len(TOOLS)``, ``if TOOLS:``: each definition is one tool."""
    match work.tree.parents.get(use):
        case ast.Call(func=ast.Name(id="len"), args=[_], keywords=[]) | ast.UnaryOp(op=ast.Not()):
            return True
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            return test is use
    return False


def is_given(work: Work, use: ast.expr, name: str) -> bool:
    """Whether a value is an argument of one of the component's calls, or a part of it."""
    node: ast.AST = use
    parent = work.tree.parents.get(node)
    while _takes_all(work, parent, node):
        node, parent = parent or node, work.tree.parents.get(parent) if parent else None
    if any(s.arguments.get(name) is node or node in s.puts.get(name, ()) for s in work.plan.sites):
        return True
    if not (isinstance(parent, ast.keyword) and parent.arg == name):
        return False
    above = work.tree.parents.get(parent)
    site = work.facts.by_call.get(above) if isinstance(above, ast.Call) else None
    return site is not None and site in work.plan.sites


def _takes_all(work: Work, parent: ast.AST | None, node: ast.AST) -> bool:
    """Whether an expression is a list that has all elements of one in it, or nothing."""
    if isinstance(parent, ast.BinOp):
        return isinstance(parent.op, ast.Add)
    if isinstance(parent, ast.Starred):
        return isinstance(work.tree.parents.get(parent), ast.List)
    if isinstance(parent, (ast.IfExp, ast.BoolOp)):
        return unless_empty(parent) is not None
    return isinstance(parent, ast.List) and isinstance(node, ast.Starred)


def extension(work: Work, use: ast.expr) -> ast.expr | None:
    """The list that ``TOOLS.extend(more)`` or ``TOOLS += more`` puts into one."""
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.AugAssign):
        return parent.value if parent.target is use and isinstance(parent.op, ast.Add) else None
    return _put_in(work, use, "extend")


def extensions(work: Work, node: ast.expr) -> list[ast.expr]:
    """Every list that is put into the one that a name holds."""
    variable = work.variable_of(node)
    uses = work.facts.scopes.uses(variable) if variable is not None else ()
    more = [extension(work, use) for use in uses]
    return [added for added in more if added is not None]


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
    return _put_in(work, use, "append")


def _put_in(work: Work, use: ast.expr, method: str) -> ast.expr | None:
    parent = work.tree.parents.get(use)
    call = work.tree.parents.get(parent) if isinstance(parent, ast.Attribute) else None
    if not (
        isinstance(parent, ast.Attribute)
        and parent.attr == method
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
