"""Functions of the file: what their parameters are given, and who calls them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.applied import applied_to
from unspool_rules.semantics.dependencies import injected
from unspool_rules.semantics.derived import instance
from unspool_rules.semantics.given import from_out_of_view
from unspool_rules.semantics.types import (
    NOTHING,
    Inst,
    Type,
    Types,
    UserClass,
    UserFunction,
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
            return instance(infer, owner)
    if node is args.vararg:
        return _rest_of(infer, function)
    if node is args.kwarg:
        return NOTHING
    found = set(annotated(infer, node.annotation))
    arguments = arguments_for(infer, function, node)
    for argument in arguments:
        found |= infer.of(argument)
    default = _default_of(args, node)
    known = injected(infer, node, default)
    found |= known
    if not known and not any(map(infer.of, arguments)):
        found = set(from_out_of_view(infer, node, frozenset(found)))
    if is_first and not isinstance(function, ast.Lambda):
        for decorator, inner in infer.stores.decorated:
            if UserFunction(function) in infer.of(decorator):
                found.add(UserFunction(inner))
    if isinstance(function, ast.Lambda) and is_first:
        found |= _given_by_builtin(infer, function)
    elif not isinstance(function, ast.Lambda):
        found |= applied_to(infer, function, node)
    if default is not None:
        found |= infer.of(default)
    if not found and node.annotation is None and infer.stores.looks_legacy(node.arg):
        found |= infer.workspace.of_parameter(node)
    if not arguments:
        found |= infer.supposed.get(node, NOTHING)
    return frozenset(found)


def _default_of(args: ast.arguments, node: ast.arg) -> ast.expr | None:
    ordered = [*args.posonlyargs, *args.args]
    if node in ordered:
        index = ordered.index(node) - (len(ordered) - len(args.defaults))
        return args.defaults[index] if index >= 0 else None
    if node in args.kwonlyargs:
        return args.kw_defaults[args.kwonlyargs.index(node)]
    return None


def calls_of(
    infer: Inference, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
) -> list[tuple[ast.Call, bool]]:
    """Calls of a function in the file, and whether the receiver takes the first parameter."""
    owner = infer.tree.parents.get(function)
    found: list[tuple[ast.Call, bool]] = []
    if isinstance(function, ast.Lambda):
        targets = owner.targets if isinstance(owner, ast.Assign) else []
        for name in (t.id for t in targets if isinstance(t, ast.Name)):
            for call in infer.stores.calls.get(name, ()):
                if UserFunction(function) in infer.of(call.func):
                    found.append((call, False))
        return found
    if function.name == "__init__" and isinstance(owner, ast.ClassDef):
        for name in (*sorted(infer.scopes.spellings(owner.name)), "cls"):
            for call in infer.stores.calls.get(name, ()):
                if UserClass(owner) in infer.of(call.func):
                    found.append((call, True))
        return found
    for name in sorted(infer.scopes.spellings(function.name)):
        for call in infer.stores.calls.get(name, ()):
            for callee in infer.of(call.func):
                if isinstance(callee, UserFunction) and callee.node is function:
                    found.append((call, callee.bound))
                    break
    return found


def _rest_of(
    infer: Inference, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
) -> Types:
    """Types of ``*args``: what callers in view pass behind the other parameters."""
    named = len(function.args.posonlyargs) + len(function.args.args)
    found: set[Type] = set()
    for call, bound in calls_of(infer, function):
        passed = 1 if bound else 0
        for argument in call.args:
            if isinstance(argument, ast.Starred):
                found |= infer.items(argument.value)
            elif passed >= named:
                found |= infer.of(argument)
            passed += 1
    return frozenset((Inst("list", (frozenset(found),)),))


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
    for call, bound in calls_of(infer, function):
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


def parameter_for(
    function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
    argument: ast.expr,
    call: ast.Call,
    bound: bool,
) -> ast.arg | None:
    """The parameter that an argument of a call is given to, where that can be told."""
    args = function.args
    ordered = [*args.posonlyargs, *args.args]
    for keyword in call.keywords:
        if keyword.value is argument:
            named = (a for a in (*args.args, *args.kwonlyargs) if a.arg == keyword.arg)
            return next(named, None)
    for place, given in enumerate(call.args, 1 if bound else 0):
        if isinstance(given, ast.Starred):
            return args.vararg if given.value is argument and place >= len(ordered) else None
        if given is argument:
            return ordered[place] if place < len(ordered) else args.vararg
    return None
