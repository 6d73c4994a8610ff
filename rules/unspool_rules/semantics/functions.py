"""Functions of the file: what their parameters are given, and who calls them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.types import (
    NOTHING,
    Types,
    UserClass,
    UserFunction,
    UserInstance,
)
from unspool_rules.semantics.written import annotated

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference


def given_to(infer: Inference, node: ast.arg) -> Types:
    """Types of a parameter: annotated, passed by callers in view, or known to the workspace."""
    function = infer.tree.function(node)
    assert function is not None
    owner = infer.tree.parents.get(function)
    args = function.args
    ordered = [*args.posonlyargs, *args.args]
    is_first = bool(ordered) and ordered[0] is node
    if isinstance(owner, ast.ClassDef) and is_first:
        decorators = {ast.unparse(d) for d in getattr(function, "decorator_list", ())}
        if "classmethod" in decorators:
            return frozenset((UserClass(owner),))
        if "staticmethod" not in decorators:
            return frozenset((UserInstance(owner),))
    found = set(annotated(infer, node.annotation))
    if node is args.vararg or node is args.kwarg:
        return NOTHING
    for argument in arguments_for(infer, function, node):
        found |= infer.of(argument)
    if isinstance(function, ast.Lambda) and is_first:
        found |= _given_by_builtin(infer, function)
    default = _default_of(args, node)
    if default is not None:
        found |= infer.of(default)
    if not found and node.annotation is None and infer.stores.looks_legacy(node.arg):
        found |= infer.workspace.of_parameter(node)
    return frozenset(found)


def _default_of(args: ast.arguments, node: ast.arg) -> ast.expr | None:
    ordered = [*args.posonlyargs, *args.args]
    if node in ordered:
        index = ordered.index(node) - (len(ordered) - len(args.defaults))
        return args.defaults[index] if index >= 0 else None
    if node in args.kwonlyargs:
        return args.kw_defaults[args.kwonlyargs.index(node)]
    return None


def _calls_of(
    infer: Inference, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
) -> list[tuple[ast.Call, bool]]:
    """Calls of a function in the file, and whether the receiver takes the first parameter."""
    if isinstance(function, ast.Lambda):
        return []
    owner = infer.tree.parents.get(function)
    found: list[tuple[ast.Call, bool]] = []
    if function.name == "__init__" and isinstance(owner, ast.ClassDef):
        for call in infer.stores.calls.get(owner.name, ()):
            if UserClass(owner) in infer.of(call.func):
                found.append((call, True))
        return found
    for call in infer.stores.calls.get(function.name, ()):
        for callee in infer.of(call.func):
            if isinstance(callee, UserFunction) and callee.node is function:
                found.append((call, callee.bound))
                break
    return found


def _given_by_builtin(infer: Inference, function: ast.Lambda) -> Types:
    """What ``max(items, key=…)``, ``filter(…, items)`` and the like pass to a function."""
    parent = infer.tree.parents.get(function)
    keyed = isinstance(parent, ast.keyword) and parent.arg == "key"
    call = infer.tree.parents.get(parent) if keyed and parent is not None else parent
    if not isinstance(call, ast.Call):
        return NOTHING
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if keyed and name in ("sorted", "max", "min") and call.args:
        return infer.items(call.args[0])
    if keyed and isinstance(call.func, ast.Attribute) and call.func.attr == "sort":
        return infer.items(call.func.value)
    if name in ("map", "filter") and len(call.args) > 1 and call.args[0] is function:
        return infer.items(call.args[1])
    return NOTHING


def arguments_for(
    infer: Inference,
    function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
    parameter: ast.arg,
) -> list[ast.expr]:
    """What the file's own callers pass for a parameter."""
    ordered = [*function.args.posonlyargs, *function.args.args]
    found = []
    for call, bound in _calls_of(infer, function):
        for keyword in call.keywords:
            if keyword.arg == parameter.arg:
                found.append(keyword.value)
        if parameter in ordered:
            index = ordered.index(parameter) - (1 if bound else 0)
            if 0 <= index < len(call.args) and not any(
                isinstance(a, ast.Starred) for a in call.args[: index + 1]
            ):
                found.append(call.args[index])
    return found
