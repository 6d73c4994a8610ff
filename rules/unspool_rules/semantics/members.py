"""Attributes of values: of outlines, of modules, of classes of the file."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.filled import filled_attribute
from unspool_rules.semantics.given import of_field
from unspool_rules.semantics.records import given
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
    UserModule,
)
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.names import last_name

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference


def bound_by_with(infer: Inference, value: Type) -> Types:
    """What ``with value as name`` binds: of a class of the file, what its method returns."""
    if isinstance(value, UserInstance):
        found = answers(infer, value, "__enter__") or answers(infer, value, "__aenter__")
        if found:
            return found
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
    if isinstance(value, UserModule):
        return infer.variable(Variable(infer.scopes.of_node[value.node], name))
    if isinstance(value, (UserInstance, UserClass)):
        return _user_attribute(infer, value, name)
    return NOTHING


def _user_attribute(infer: Inference, value: UserInstance | UserClass, name: str) -> Types:
    found: set[Type] = set()
    if name == "__class__" and isinstance(value, UserInstance):
        return class_of(infer, value)
    lineage = family(infer, value.node)
    for cls in lineage:
        found |= _of_class(infer, cls, value, name)
        if found:
            break
    if isinstance(value, UserInstance):  # it may be one of a class that is derived
        for heir in infer.heirs(value.node):
            for cls in family(infer, heir):
                if cls not in lineage and not isinstance(cls, Class):
                    found |= _of_class(infer, cls, value, name)
    return frozenset(found)


def class_of(infer: Inference, value: UserInstance) -> Types:
    """The class of an instance, which may be one that is derived."""
    return frozenset(UserClass(node) for node in (value.node, *infer.heirs(value.node)))


def _of_class(
    infer: Inference, cls: ast.ClassDef | Class, value: UserInstance | UserClass, name: str
) -> Types:
    """What a class itself says of an attribute, not its bases."""
    if isinstance(cls, Class):
        return values.member(Inst(cls.name), name)
    found: set[Type] = set()
    scope = infer.scopes.of_node.get(cls)
    bindings = scope.bindings.get(name, []) if scope is not None else []
    for binding in bindings:
        if binding.how is How.FUNCTION and isinstance(
            binding.node, (ast.FunctionDef, ast.AsyncFunctionDef)
        ):
            found |= _bound_method(infer, binding.node, value)
        else:
            found |= infer.binding(binding)
    for argument in given(infer, cls, name):
        found |= infer.of(argument)
    for store in infer.stores.attributes.get(name, ()):
        if store.owner is cls or (
            store.owner is None
            and any(
                isinstance(t, UserInstance) and t.node is cls for t in infer.of(store.target.value)
            )
        ):
            found |= infer.stored_types(store.value, store.path, store.annotation)
    return of_field(infer, bindings, filled_attribute(infer, cls, name, frozenset(found)))


def answers(infer: Inference, value: UserInstance, *names: str) -> Types:
    """What the special methods of a class of the file give, such as ``__getitem__``."""
    found: set[Type] = set()
    for name in names:
        for method in _user_attribute(infer, value, name):
            if isinstance(method, UserFunction):
                for answer in infer.returns(method.node):
                    if isinstance(answer, Inst) and answer.cls == "Coroutine":
                        found |= values.awaited(answer)
                    else:
                        found.add(answer)
    return frozenset(found)


def iterated(infer: Inference, types: Types) -> Types:
    """What a loop over any of the values gives."""
    found: set[Type] = set()
    for value in types:
        if isinstance(value, Inst):
            found |= values.elements(value)
        elif isinstance(value, UserInstance):
            for each in answers(infer, value, "__iter__", "__aiter__"):
                if isinstance(each, Inst):
                    found |= values.elements(each)
                elif isinstance(each, UserInstance):
                    found |= answers(infer, each, "__next__", "__anext__")
    return frozenset(found)


def above(infer: Inference, node: ast.AST) -> Types:
    """``super()``: the instance as one of its bases."""
    function = infer.tree.function(node)
    owner = infer.tree.parents.get(function) if function is not None else None
    found: set[Type] = set()
    for base in owner.bases if isinstance(owner, ast.ClassDef) else ():
        for value in infer.of(base.value if isinstance(base, ast.Subscript) else base):
            if isinstance(value, UserClass):
                found.add(UserInstance(value.node))
            elif isinstance(value, Class):
                found.add(Inst(value.name))
    return frozenset(found)


def member(infer: Inference, node: ast.ClassDef, name: str) -> Types:
    """Types of an attribute of a class's instances."""
    return _user_attribute(infer, UserInstance(node), name)


def _bound_method(
    infer: Inference, node: ast.FunctionDef | ast.AsyncFunctionDef, value: UserInstance | UserClass
) -> Types:
    decorators = {_decorator(d) for d in node.decorator_list}
    if any(name.endswith("property") for name in decorators):  # also ``lazy_property()``
        return infer.returns(node)
    bound = "staticmethod" not in decorators and (
        isinstance(value, UserInstance) or "classmethod" in decorators
    )
    return frozenset((UserFunction(node, bound),))


def _decorator(node: ast.expr) -> str:
    return last_name(node.func if isinstance(node, ast.Call) else node)


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


def constructor(infer: Inference, node: ast.ClassDef) -> ast.FunctionDef | None:
    """The ``__init__`` of a class, or the nearest one that the file derives it from."""
    for one in family(infer, node):
        for statement in one.body if isinstance(one, ast.ClassDef) else ():
            if isinstance(statement, ast.FunctionDef) and statement.name == "__init__":
                return statement
    return None
