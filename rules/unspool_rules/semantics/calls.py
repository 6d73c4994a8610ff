"""What a call gives, by what is called."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.annotations import evaluate
from unspool_rules.semantics.derived import instance
from unspool_rules.semantics.members import above, answers, attribute_of
from unspool_rules.semantics.stores import ANY
from unspool_rules.semantics.types import (
    NOTHING,
    Class,
    ForeignFunction,
    Inst,
    Method,
    Type,
    Types,
    UserClass,
    UserFunction,
    UserInstance,
)
from unspool_rules.semantics.worker_threads import is_partial, runs, wrapper_of
from unspool_rules.semantics.written import annotated

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

_SAME_ELEMENTS = {"list", "reversed", "sorted", "tuple", "iter", "set", "filter", "deque"}
_TAKERS = {"pop", "popleft"}
"""Methods of lists that give one of the items."""
_RUNNERS = {"run", "run_until_complete", "wait_for", "shield", "create_task", "ensure_future"}
"""Functions of asyncio that give what a coroutine does, now or when awaited."""
_READERS = {"get", "pop", "setdefault", "values", "items"}
_CONTAINERS = {"list", "dict", "set"}


def from_container(infer: Inference, node: ast.Call) -> Types:
    """``items.pop()`` of a list, ``sessions.get(user)`` and the like of what is stored by keys."""
    if not isinstance(node.func, ast.Attribute):
        return NOTHING
    if node.func.attr == "copy" and not node.args:
        held = infer.of(node.func.value)
        return frozenset(t for t in held if isinstance(t, Inst) and t.cls in _CONTAINERS)
    if node.func.attr not in _READERS | _TAKERS:
        return NOTHING
    if node.func.attr in _TAKERS:
        lists = [t for t in infer.of(node.func.value) if isinstance(t, Inst) and t.cls == "list"]
        if lists:
            return frozenset().union(*(values.elements(t) for t in lists))
    path = infer.stores.path(node.func.value)
    key: object = ANY
    if node.func.attr == "get" and node.args and isinstance(node.args[0], ast.Constant):
        key = node.args[0].value
    held = infer.under(f"{path}.{key!s}") if path is not None else NOTHING
    for value in infer.of(node.func.value):
        if isinstance(value, Inst) and value.cls == "dict" and len(value.args) == 2:
            held |= value.args[1]
    if node.func.attr in ("values", "items"):
        items = _pair(NOTHING, held) if node.func.attr == "items" else held
        return frozenset((Inst("list", (items,)),)) if held else NOTHING
    return held | frozenset().union(*(infer.of(a) for a in node.args[1:]))


def from_asyncio(infer: Inference, node: ast.Call) -> Types:
    """``asyncio.run(work())``, ``pool.submit(work)`` and the like, of functions of the file."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in ("map", "submit") and node.args:
        result = _returned_by(infer, node.args[0])
        kind = "list" if name == "map" else "Coroutine"
        return frozenset((Inst(kind, (result,)),)) if result else NOTHING
    if name == "gather":
        done: set[Type] = set()
        for argument in node.args:
            if isinstance(argument, ast.Starred):
                done |= _finished(infer.items(argument.value))
            else:
                done |= _finished(infer.of(argument))
        found = Inst("list", (frozenset(done),))
        return frozenset((Inst("Coroutine", (frozenset((found,)),)),)) if done else NOTHING
    if name == "result" and isinstance(node.func, ast.Attribute):
        return _finished(infer.of(node.func.value))
    if name not in _RUNNERS or not node.args:
        return NOTHING
    result = _finished(infer.of(node.args[0]))
    if name.startswith("run"):
        return result
    return frozenset((Inst("Coroutine", (result,)),)) if result else NOTHING


def _returned_by(infer: Inference, function: ast.expr) -> Types:
    made = (infer.returns(f.node) for f in infer.of(function) if isinstance(f, UserFunction))
    return frozenset().union(*made)


def _finished(held: Types) -> Types:
    return frozenset().union(
        *(values.awaited(t) for t in held if isinstance(t, Inst) and t.cls == "Coroutine")
    )


def result_of(infer: Inference, callee: Type, node: ast.Call) -> Types:
    """What calling one thing gives."""
    if isinstance(callee, Class):
        return frozenset((Inst(callee.name, (), node),))
    if isinstance(callee, UserClass):
        return instance(infer, callee.node)
    if isinstance(callee, UserFunction):
        return infer.returns(callee.node)
    if isinstance(callee, UserInstance):
        return answers(infer, callee, "__call__")
    if isinstance(callee, Method):
        return _result_of_outline(callee, node)
    if isinstance(callee, ForeignFunction):
        return callee.gives
    return NOTHING


def _result_of_outline(callee: Method, node: ast.Call) -> Types:
    owner = callee.owner
    if owner is None:
        home = outlines.module(callee.cls)
        function = home.functions.get(callee.name) if home is not None else None
        if function is None or home is None:
            return NOTHING
        result = evaluate(function.returns, home, {}, node)
    else:
        found = outlines.method(callee.cls, callee.name)
        if found is None:
            return NOTHING
        outline, function = found
        bound = values.bound_types(owner, outline) if isinstance(owner, Inst) else {}
        keep = isinstance(owner, Inst) and values.is_result(owner)
        site = owner.site if keep and isinstance(owner, Inst) else node
        result = evaluate(
            function.returns,
            outline.module,
            bound,
            site,
            isinstance(owner, Inst) and owner.probable,
            Inst(callee.owner.cls, (), node) if isinstance(callee.owner, Inst) else None,
        )
        if isinstance(owner, Class):
            result = result or frozenset((Inst(owner.name, (), node),))
    if isinstance(function, ast.AsyncFunctionDef):
        return frozenset((Inst("Coroutine", (result,)),))
    return result


def _copies(func: ast.expr) -> bool:
    """``copy.copy``, ``copy.deepcopy``, ``deepcopy``."""
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name):
        return func.value.id == "copy" and func.attr in ("copy", "deepcopy")
    return isinstance(func, ast.Name) and func.id == "deepcopy"


def builtin(infer: Inference, node: ast.Call) -> Types | None:
    """Builtins that hand their argument's items on."""
    func = node.func
    inner = runs(node, infer.tree)
    if inner is not None:
        return _in_thread(infer, inner, node)
    if isinstance(func, ast.Name) and func.id == "super":
        return above(infer, node)
    if _copies(func) and len(node.args) == 1:
        return infer.of(node.args[0])
    if not isinstance(func, ast.Name) or not node.args:
        return None
    if infer.scopes.variable(func) is not None and func.id not in ("cast", "deque"):
        return None
    first = node.args[0]
    if func.id in _SAME_ELEMENTS:
        source = node.args[1] if func.id == "filter" and len(node.args) > 1 else first
        return frozenset((Inst("list", (infer.items(source),)),))
    if func.id in ("next", "max", "min", "anext", "sum"):
        return infer.items(first)
    if func.id == "dict":  # of a page: its items are what is read of it
        data = attribute_of(infer, infer.of(first), "data")
        held = frozenset(t for t in data if isinstance(t, Inst) and t.cls == "list")
        return frozenset((Inst("dict", (NOTHING, held)),)) if held else None
    if func.id == "enumerate":
        return frozenset((Inst("list", (_pair(NOTHING, infer.items(first)),)),))
    if func.id == "map" and len(node.args) > 1:
        return frozenset((Inst("list", (_returned_by(infer, first),)),))
    if func.id == "zip":
        parts = tuple(infer.items(a) for a in node.args)
        return frozenset((Inst("list", (frozenset((Inst("tuple", parts),)),)),))
    if func.id == "cast" and len(node.args) == 2:
        return infer.of(node.args[1]) or annotated(infer, first)
    if func.id == "type" and len(node.args) == 1:
        return attribute_of(infer, infer.of(first), "__class__") or None
    if func.id in ("str", "input", "repr"):
        return frozenset((Inst("str"),))
    if func.id == "getattr" and len(node.args) >= 2:
        name = node.args[1]
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            return attribute_of(infer, infer.of(first), name.value)
    return None


def _in_thread(infer: Inference, inner: ast.expr, node: ast.Call) -> Types | None:
    """What comes back from a function that is called in a thread."""
    own = infer.tree.runners.get(node)
    runner = (wrapper_of(node) or node).func
    if own is None and any(isinstance(t, UserFunction) for t in infer.of(runner)):
        return None
    if isinstance(inner, ast.Lambda):
        found = infer.of(inner.body)
    elif isinstance(inner, ast.Call) and is_partial(inner):
        callees = infer.of(inner.args[0])
        found = frozenset().union(*(result_of(infer, c, inner) for c in callees))
    else:
        found = frozenset().union(*(result_of(infer, c, node) for c in infer.of(inner)))
    if own is not None and not own.asynchronous:
        return found or None
    return frozenset((Inst("Coroutine", (found,)),)) if found else None


def _pair(first: Types, second: Types) -> Types:
    return frozenset((Inst("tuple", (first, second)),))
