"""Lists and dictionaries that are filled step by step: ``found.append(message)``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.types import Inst, Type
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.scopes import Scopes
from unspool_rules.syntax.tree import Tree

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference


def filled(infer: Inference, variable: Variable, types: set[Type]) -> set[Type]:
    """The types of a variable, its lists with what is appended to them."""
    if not types:
        kept = _kept(infer, variable)
        return {Inst("dict", (frozenset(), kept))} if kept else types
    if not any(isinstance(t, Inst) and t.cls == "list" and t.args for t in types):
        return types
    if not is_list(infer.scopes, variable):
        return types
    added: set[Type] = set()
    for value in appended(infer.tree, infer.scopes, variable):
        added |= infer.of(value)
    if not added:
        return types
    return {
        Inst("list", (t.args[0] | added,)) if isinstance(t, Inst) and t.cls == "list" else t
        for t in types
    }


def _kept(infer: Inference, variable: Variable) -> frozenset[Type]:
    """What the file puts under the keys of a dictionary that it makes empty."""
    if not all(
        b.how in (How.ASSIGN, How.ANNOTATION) and not b.path and _is_empty(b.value)
        for b in infer.scopes.bindings(variable)
    ):
        return frozenset()
    found: set[Type] = set()
    for use in infer.scopes.uses(variable):
        item = infer.tree.parents.get(use)
        put = infer.tree.parents.get(item) if isinstance(item, ast.Subscript) else None
        if isinstance(put, ast.Assign) and item in put.targets and item is not use:
            found |= infer.of(put.value)
    return frozenset(found)


def _is_empty(value: ast.expr | None) -> bool:
    """``{}`` or ``dict()``."""
    if isinstance(value, ast.Dict):
        return not value.keys
    return (
        isinstance(value, ast.Call)
        and getattr(value.func, "id", "") == "dict"
        and not value.args
        and not value.keywords
    )


def is_list(scopes: Scopes, variable: Variable) -> bool:
    """Whether all that a variable is ever bound to are lists written in place."""
    return all(
        b.how in (How.ASSIGN, How.ANNOTATION)
        and not b.path
        and (isinstance(b.value, ast.List) or _is_new(b.value))
        for b in scopes.bindings(variable)
    )


def _is_new(value: ast.expr | None) -> bool:
    """``list()``."""
    return (
        isinstance(value, ast.Call) and getattr(value.func, "id", "") == "list" and not value.args
    )


def appended(tree: Tree, scopes: Scopes, variable: Variable) -> list[ast.expr]:
    """What the file appends to the list of a variable."""
    found = []
    for use in scopes.uses(variable):
        method = tree.parents.get(use)
        call = tree.parents.get(method) if isinstance(method, ast.Attribute) else None
        if isinstance(method, ast.Attribute) and isinstance(call, ast.Call):
            if method.attr == "append" and call.func is method and len(call.args) == 1:
                found.append(call.args[0])
    return found


def filled_attribute(
    infer: Inference, owner: ast.ClassDef, name: str, types: frozenset[Type]
) -> frozenset[Type]:
    """The types of an attribute of a class's objects, its lists with what is appended to them."""
    if not any(isinstance(t, Inst) and t.cls == "list" and t.args for t in types):
        return types
    added = frozenset[Type]().union(*map(infer.of, appended_to(infer, owner, name)))
    return frozenset(
        Inst("list", (t.args[0] | added,))
        if isinstance(t, Inst) and t.cls == "list" and t.args
        else t
        for t in types
    )


def appended_to(infer: Inference, owner: ast.ClassDef, name: str) -> list[ast.expr]:
    """What methods of a class append to a list of their object: ``self.turns.append(message)``."""
    found = []
    for call in infer.stores.calls.get("append", ()):
        held = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(held, ast.Attribute) and held.attr == name and len(call.args) == 1:
            if infer.stores.owner(held) is owner:
                found.append(call.args[0])
    return found
