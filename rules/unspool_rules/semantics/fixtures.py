"""What pytest gives the parameters of tests and fixtures: the fixture of the same name.

Source: pytest, "How to use fixtures": what the function returns, or the first value it yields.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.types import NOTHING, Type, UserFunction
from unspool_rules.syntax.names import last_name

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

_MARKS = ("fixture",)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def fixture_for(infer: Inference, parameter: ast.arg) -> frozenset[Type]:
    """The function of the file that gives a parameter of a test, or of another fixture."""
    function = infer.tree.function(parameter)
    if not isinstance(function, _FUNCTIONS):
        return NOTHING
    if not (function.name.startswith("test") or _is_fixture(function)):
        return NOTHING
    return frozenset(
        UserFunction(node)
        for node in infer.tree.of(*_FUNCTIONS)
        if isinstance(node, _FUNCTIONS)
        and node is not function
        and _name(node) == parameter.arg
        and _is_fixture(node)
    )


def _is_fixture(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return _mark(node) is not None


def _mark(node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.expr | None:
    for mark in node.decorator_list:
        if last_name(mark.func if isinstance(mark, ast.Call) else mark) in _MARKS:
            return mark
    return None


def _name(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """A fixture's name: the function's, or the one that its decorator says."""
    mark = _mark(node)
    for keyword in mark.keywords if isinstance(mark, ast.Call) else ():
        if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    return node.name


__all__ = ["fixture_for"]
