"""Where the code before a place, or a test around it, says that a value is not None there."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from unspool_rules.engine.work import Work

_Place = ast.Name | ast.Attribute
_DISPLAYS = (ast.JoinedStr, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.DictComp)


def is_ruled_out(work: Work, node: _Place) -> bool:
    """Whether a test around a name or an attribute, or a default before it, rules out None."""
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            body = parent.body
            return isinstance(body, list) and _is_set_before(work, body, child, node)
        if isinstance(parent, (ast.For, ast.AsyncFor, ast.While)) and any(_binds([parent], node)):
            return False
        if isinstance(parent, ast.IfExp) and child is not parent.test:
            if _says(parent.test, node, given=child is parent.body):
                return True
        if isinstance(parent, ast.If) and isinstance(child, ast.stmt):
            branch = parent.body if child in parent.body else parent.orelse
            if _is_set_before(work, branch, child, node):
                return True
            given = branch is parent.body
            if _says(parent.test, node, given=given) and not any(_binds(branch, node)):
                return True
        child = parent
    return False


def _says(test: ast.expr, node: _Place, *, given: bool) -> bool:
    """Whether a test means that a value is not None: where it holds, or where it does not."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And if given else ast.Or):
        return any(_says(value, node, given=given) for value in test.values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _says(test.operand, node, given=not given)
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and _is(test.left, node):
        other = test.comparators[0]
        operator = ast.IsNot if given else ast.Is
        none = isinstance(other, ast.Constant) and other.value is None
        return none and isinstance(test.ops[0], operator)
    return given and _is(test, node)


def _is_set_before(work: Work, block: Sequence[ast.stmt], place: ast.AST, node: _Place) -> bool:
    """Whether the last statement before a place that binds a name gives it a value."""
    index = next((i for i, statement in enumerate(block) if statement is place), 0)
    for statement in reversed(block[:index]):
        if isinstance(statement, ast.If) and _leaves(statement, node):
            return True
        if not any(_binds([statement], node)):
            continue
        if isinstance(statement, ast.If):
            last = statement.body[-1]
            missing = _says(statement.test, node, given=False) and not statement.orelse
            return missing and _gives(work, last, node)
        return _gives(work, statement, node)
    return False


def _leaves(statement: ast.If, node: _Place) -> bool:
    """``if not value: return``: behind it there is one."""
    left = isinstance(statement.body[-1], (ast.Return, ast.Raise, ast.Continue, ast.Break))
    return left and not statement.orelse and _says(statement.test, node, given=False)


def _gives(work: Work, statement: ast.stmt, node: _Place) -> bool:
    """Whether a statement gives a name a value that is written down, maybe for want of its own."""
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    value = statement.value
    if isinstance(value, ast.BoolOp) and isinstance(value.op, ast.Or):
        value = value.values[-1]
    value = work.literal_of(value)  # a constant of the module, such as `DEFAULT_TOOLS`
    written = isinstance(value, _DISPLAYS) or (
        isinstance(value, ast.Constant) and value.value is not None
    )
    return written and _is(statement.targets[0], node)


def _binds(block: Iterable[ast.stmt], node: _Place) -> Iterable[bool]:
    """For each name and attribute in some statements: whether it is bound there."""
    for statement in block:
        for inner in ast.walk(statement):
            if isinstance(inner, (ast.Name, ast.Attribute)):
                yield not isinstance(inner.ctx, ast.Load) and _is(inner, node)


def _is(one: ast.expr, other: _Place) -> bool:
    return isinstance(one, (ast.Name, ast.Attribute)) and ast.unparse(one) == ast.unparse(other)
