"""``execute`` and ``execute_tool_calls`` of a tool object: calls through its table."""

from __future__ import annotations

import ast

from unspool_rules.engine.functions.made import FUNCTION_TOOLS, TOOL_SETS, name_of
from unspool_rules.engine.functions.objects import tools
from unspool_rules.engine.functions.tables import answers, guarded, local
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

_PARTIAL = (
    ast.Lambda,
    ast.BoolOp,
    ast.IfExp,
    ast.comprehension,
    ast.ListComp,
    ast.GeneratorExp,
    ast.SetComp,
    ast.DictComp,
)
"""Expressions whose parts run at other times than the statement, or not at all."""


def _owner(work: Work, call: ast.Call, names: tuple[str, ...]) -> ast.expr | None:
    """The tool object whose method is called."""
    func = call.func
    if not isinstance(func, ast.Attribute):
        return None
    return func.value if name_of(work, func.value) in names else None


def execute(work: Work, call: ast.Call, given: ast.expr) -> bool:
    """Plan ``functions.execute(call)``.

    Returns:
        False when the call is something else.
    """
    owner = _owner(work, call, FUNCTION_TOOLS)
    if owner is None or not isinstance(call.func, ast.Attribute) or call.func.attr != "execute":
        return False
    table = tools(work).table(owner)
    if table is None or not tools(work).settle(owner, table):
        return True
    outer: ast.AST = call
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Await):
        outer, parent = parent, work.tree.parents.get(parent)
    elif table.asynchronous:
        work.block(call, "the functions are coroutine functions, and their results are not awaited")
        return True
    statement = work.tree.statement(call)
    if not work.alone(statement) or not tools(work).reaches(table, call):
        work.block(call, "there is no place here for the code that runs the function")
        return True

    def room(r: Rendering) -> int:
        return r.limit - len(r.tree.indent(statement))

    target: ast.expr | None = None
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        target = parent.targets[0]
    if isinstance(target, ast.Name):
        name = target.id

        def direct(r: Rendering) -> list[str]:
            comments = r.comments_within(r.lines_span(statement))
            return [
                *comments,
                *guarded(r, table, r.operand(given), name, text=False, width=room(r)),
            ]

        work.plan.rewritten[statement] = direct
        return True
    simple = isinstance(statement, (ast.Assign, ast.Expr, ast.Return))
    for above in work.tree.ancestors(call):
        if above is statement:
            break
        if isinstance(above, _PARTIAL):
            simple = False
    if not simple:
        work.block(call, "there is no place here for the code that runs the function")
        return True
    assert isinstance(outer, ast.expr)
    work.replace(outer, lambda r: local(r, "result", call))

    def before(r: Rendering) -> list[str]:
        result = local(r, "result", call)
        lines = guarded(r, table, r.operand(given), result, text=False, width=room(r))
        return [*lines, *r.dedented(statement)]

    work.plan.rewritten[statement] = before
    return True


def execute_all(work: Work, call: ast.Call) -> bool:
    """Plan ``outputs = toolset.execute_tool_calls(calls)``.

    Returns:
        False when the call is something else.
    """
    owner = _owner(work, call, TOOL_SETS)
    if owner is None or len(call.args) != 1:
        return False
    table = tools(work).table(owner)
    if table is None or not tools(work).settle(owner, table):
        return True
    statement = work.tree.statement(call)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    outer = work.tree.parents.get(call)
    value = outer if isinstance(outer, ast.Await) else call
    if (
        not isinstance(statement, ast.Assign)
        or not isinstance(target, ast.Name)
        or statement.value is not value
        or not work.alone(statement)
        or not tools(work).reaches(table, call)
    ):
        work.block(call, "there is no place here for the code that runs the functions")
        return True
    if value is not call and len(call.args) == 1:
        work.note("the functions of one response run one after the other, not at the same time")
    calls, name = call.args[0], target.id

    def lines(r: Rendering) -> list[str]:
        comments = r.comments_within(r.lines_span(statement))
        return [*comments, *answers(r, table, r.operand(calls), name, call, filtered=False)]

    work.plan.rewritten[statement] = lines
    return True
