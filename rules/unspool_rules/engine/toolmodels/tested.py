"""Tests of whether there is a tool object, which the new tool answers in the same way."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work

_PARTS = ("definitions", "resources")


def is_tested(work: Work, use: ast.expr) -> bool:
    """Whether a name of a tool object is only tested: for truth, for None, or for its parts."""
    parent = work.tree.parents.get(use)
    match parent:
        case ast.If() | ast.While():
            return parent.test is use
        case ast.IfExp(test=test):
            return test is use
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot()]):
            return left is use
        case ast.BoolOp():
            above = work.tree.parents.get(parent)
            return isinstance(above, (ast.If, ast.While)) and above.test is parent
    return _asked(work, use) is not None


def ask(work: Work, use: ast.expr) -> None:
    """``hasattr(tool, "definitions")``: what the old object had whenever there was one."""
    asked = _asked(work, use)
    if asked is not None:
        work.replace(asked, lambda r: f"{r.operand(use)} is not None")


def _asked(work: Work, use: ast.expr) -> ast.Call | None:
    call = work.tree.parents.get(use)
    match call:
        case ast.Call(
            func=ast.Name(id="hasattr"), args=[first, ast.Constant(value=part)], keywords=[]
        ) if first is use and part in _PARTS:
            above = work.tree.parents.get(call)
            plain = isinstance(above, (ast.If, ast.IfExp)) and above.test is call
            return call if plain or isinstance(above, ast.BoolOp) else None
    return None
