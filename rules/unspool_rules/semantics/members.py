"""Attributes of values: of outlines, of modules, of classes of the file."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.types import (
    NOTHING,
    Class,
    Inst,
    Method,
    Module,
    Type,
    Types,
    UserClass,
    UserFunction,
    UserInstance,
)
from unspool_rules.syntax.scopes import How

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference


def bound_by_with(infer: Inference, value: Type) -> Types:
    """What ``with value as name`` binds: of a class of the file, what its method returns."""
    if isinstance(value, UserInstance):
        for name in ("__enter__", "__aenter__"):
            found: set[Type] = set()
            for method in _user_attribute(infer, value, name):
                if isinstance(method, UserFunction):
                    for answer in infer.returns(method.node):
                        coroutine = isinstance(answer, Inst) and answer.cls == "Coroutine"
                        found |= values.awaited(answer) if coroutine else {answer}  # type: ignore[arg-type]
            if found:
                return frozenset(found)
    return values.entered(value)


def attribute_of(infer: Inference, types: Types, name: str) -> Types:
    """Types of an attribute of any of the values."""
    found: set[Type] = set()
    for value in types:
        found |= _attribute(infer, value, name)
    return frozenset(found)


def _attribute(infer: Inference, value: Type, name: str) -> Types:
    if isinstance(value, Module):
        return values.symbol(f"{value.name}.{name}") or values.within_namespace(value, name)
    if isinstance(value, Inst):
        return values.member(value, name)
    if isinstance(value, Class):
        if outlines.method(value.name, name) is not None:
            return frozenset((Method(value, values.home_of(value.name, name), name),))
        for outline in outlines.lineage(value.name):
            if name in outline.attributes:
                return frozenset((Inst(f"{outline.name}"),))
        return NOTHING
    if isinstance(value, (UserInstance, UserClass)):
        return _user_attribute(infer, value, name)
    return NOTHING


def _user_attribute(infer: Inference, value: UserInstance | UserClass, name: str) -> Types:
    found: set[Type] = set()
    for cls in family(infer, value.node):
        if isinstance(cls, Class):
            found |= values.member(Inst(cls.name), name)
            continue
        scope = infer.scopes.of_node.get(cls)
        for binding in scope.bindings.get(name, ()) if scope is not None else ():
            if binding.how is How.FUNCTION and isinstance(
                binding.node, (ast.FunctionDef, ast.AsyncFunctionDef)
            ):
                found |= _bound_method(infer, binding.node, value)
            else:
                found |= infer.binding(binding)
        for store in infer.stores.attributes.get(name, ()):
            if store.owner is cls or (
                store.owner is None
                and any(
                    isinstance(t, UserInstance) and t.node is cls
                    for t in infer.of(store.target.value)
                )
            ):
                found |= infer.stored_types(store.value, store.path, store.annotation)
        if found:
            break
    return frozenset(found)


def member(infer: Inference, node: ast.ClassDef, name: str) -> Types:
    """Types of an attribute of a class's instances."""
    return _user_attribute(infer, UserInstance(node), name)


def _bound_method(
    infer: Inference, node: ast.FunctionDef | ast.AsyncFunctionDef, value: UserInstance | UserClass
) -> Types:
    decorators = {ast.unparse(d).rpartition(".")[2] for d in node.decorator_list}
    if decorators & {"property", "cached_property"}:
        return infer.returns(node)
    bound = "staticmethod" not in decorators and (
        isinstance(value, UserInstance) or "classmethod" in decorators
    )
    return frozenset((UserFunction(node, bound),))


def family(infer: Inference, node: ast.ClassDef) -> list[ast.ClassDef | Class]:
    """A class and its bases, as far as the file and the outlines know them."""
    found: list[ast.ClassDef | Class] = [node]
    for base in node.bases:
        expression = base.value if isinstance(base, ast.Subscript) else base
        for value in infer.of(expression):
            if isinstance(value, UserClass) and value.node not in found:
                found += family(infer, value.node)
            elif isinstance(value, Class):
                found.append(value)
    return found
