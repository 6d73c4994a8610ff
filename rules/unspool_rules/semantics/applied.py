"""Functions of the file that other functions call: ``pool.map(look_up, calls)``.

What calls a function in a thread passes it the arguments behind it:
``loop.run_in_executor(None, wait, run, thread)``, ``asyncio.to_thread(wait, run, thread=thread)``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unspool_rules.semantics.types import Type, Types, UserFunction
from unspool_rules.semantics.worker_threads import (
    RUNNERS,
    arguments_from,
    around,
    is_partial,
    runs,
    wrapper_of,
)
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

_APPLYING = ("map", "submit")


def applied_to(
    infer: Inference, function: ast.FunctionDef | ast.AsyncFunctionDef, node: ast.arg
) -> Types:
    """Types of a parameter of a function that is applied to items, or to values elsewhere."""
    ordered = [*function.args.posonlyargs, *function.args.args]
    found: set[Type] = set()
    calls = [(name, call) for name in _APPLYING for call in infer.stores.calls.get(name, ())]
    for name, call in calls if node in ordered else ():
        if len(call.args) < 2 or any(isinstance(a, ast.Starred) for a in call.args):
            continue
        for callee in _meant(infer, call.args[0], function):
            index = ordered.index(node) + (0 if callee.bound else 1)
            if 0 < index < len(call.args):
                given = call.args[index]
                found |= infer.items(given) if name == "map" else infer.of(given)
    for given in _given_in_threads(infer, function, node):
        found |= infer.of(given)
    return frozenset(found)


def passed_on(tree: Tree, call: ast.Call) -> ast.Call | None:
    """The call of a function that another call is given with its arguments, as if written there."""
    if last_name(call.func) == "submit" and call.args and not call.keywords:
        return ast.Call(call.args[0], call.args[1:], call.keywords)
    if is_partial(call):
        inside = around(tree, call) is not None
        return ast.Call(call.args[0], call.args[1:], call.keywords) if inside else None
    function = runs(call, tree)
    if function is None or wrapper_of(call) is not None:
        return None
    return ast.Call(function, call.args[arguments_from(tree, call) :], call.keywords)


def _given_in_threads(
    infer: Inference, function: ast.FunctionDef | ast.AsyncFunctionDef, node: ast.arg
) -> Iterator[ast.expr]:
    """What a parameter is given where a function is handed over to be called in a thread."""
    ordered = [*function.args.posonlyargs, *function.args.args]
    calls = [call for name in (*RUNNERS, "partial") for call in infer.stores.calls.get(name, ())]
    for runner in (*calls, *infer.tree.runners):
        later = passed_on(infer.tree, runner)
        if later is None:
            continue
        for callee in _meant(infer, later.func, function):
            yield from (k.value for k in later.keywords if k.arg == node.arg)
            index = ordered.index(node) - (1 if callee.bound else 0) if node in ordered else -1
            if 0 <= index < len(later.args):
                if not any(isinstance(a, ast.Starred) for a in later.args[: index + 1]):
                    yield later.args[index]


def _meant(
    infer: Inference, node: ast.expr, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> Iterator[UserFunction]:
    if last_name(node) in infer.scopes.spellings(function.name):
        for callee in infer.of(node):
            if isinstance(callee, UserFunction) and callee.node is function:
                yield callee
