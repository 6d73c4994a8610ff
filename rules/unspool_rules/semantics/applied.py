"""Functions of the file that other functions call: ``pool.map(look_up, calls)``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unspool_rules.semantics.types import Type, Types, UserFunction
from unspool_rules.syntax.names import last_name

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
    return frozenset(found)


def _meant(
    infer: Inference, node: ast.expr, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> Iterator[UserFunction]:
    if last_name(node) in infer.scopes.spellings(function.name):
        for callee in infer.of(node):
            if isinstance(callee, UserFunction) and callee.node is function:
                yield callee
