"""Types of the expressions of one file, asked for one at a time and remembered.

Mostly flow-insensitive: a name has the types of all its bindings, unless the one that a place
certainly sees is of no known type. Values keep the call they come from
(``Inst.site``), so what belongs together is known by identity, not by name or nearness.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from unspool_rules.semantics import values
from unspool_rules.semantics.calls import builtin, from_asyncio, from_container, result_of
from unspool_rules.semantics.filled import filled
from unspool_rules.semantics.functions import given_to
from unspool_rules.semantics.given import of_result, of_value
from unspool_rules.semantics.given_back import given_back
from unspool_rules.semantics.just_stored import just_stored
from unspool_rules.semantics.members import (
    answers,
    attribute_of,
    bound_by_with,
    family,
    iterated,
)
from unspool_rules.semantics.reaching import reaching
from unspool_rules.semantics.renewed import still_held
from unspool_rules.semantics.resolver import Resolver
from unspool_rules.semantics.stores import Stores
from unspool_rules.semantics.strings import Strings, is_string_by_then
from unspool_rules.semantics.types import (
    NOTHING,
    Inst,
    Type,
    Types,
    UserClass,
    UserFunction,
    UserInstance,
    UserModule,
)
from unspool_rules.semantics.workspace import Workspace
from unspool_rules.semantics.written import annotated
from unspool_rules.syntax.bindings import Binding, How, Variable
from unspool_rules.syntax.scopes import Scopes
from unspool_rules.syntax.tree import Tree

_DEPTH = 60
_PATIENCE = 2_000
"""Circular questions after which answers are kept although they may be incomplete."""


class Inference:
    """Answers what an expression is."""

    def __init__(self, tree: Tree, scopes: Scopes, resolver: Resolver) -> None:
        self.tree = tree
        self.scopes = scopes
        self.stores = Stores(tree)
        self._strings = Strings(tree)
        self.workspace = Workspace(tree, resolver)
        self._memo: dict[ast.AST, Types] = {}
        self._readers: dict[type[ast.AST], Callable[[Any], Types] | None] = {}
        self._variables: dict[Variable, Types] = {}
        self._busy: set[object] = set()
        self._cuts = 0
        """How often a question met itself: what was answered meanwhile may be incomplete."""
        self._heirs: dict[ast.ClassDef, list[ast.ClassDef]] | None = None
        self.guesses: dict[ast.AST, Types] = {}
        """Types given to expressions whose shape alone is unmistakable."""
        self.given: dict[ast.AST, ast.Call] = {}
        """What stands for the calls that annotated objects from out of view come from."""
        self.supposed: dict[ast.arg, Types] = {}
        """Types of parameters whose reads alone are unmistakable."""

    # -- expressions -------------------------------------------------------------------------

    def of(self, node: ast.expr | None) -> Types:
        """The types of an expression; empty when nothing is known."""
        if node is None:
            return NOTHING
        if node in self.guesses:
            return self.guesses[node]
        known = self._memo.get(node)
        if known is not None:
            return known
        if node in self._busy or len(self._busy) > _DEPTH:
            self._cuts += 1
            return NOTHING
        cuts = self._cuts
        self._busy.add(node)
        try:
            kind = type(node)
            if kind not in self._readers:
                self._readers[kind] = getattr(self, f"_of_{kind.__name__}", None)
            read = self._readers[kind]
            answer = self._strings.only(node, read(node)) if read is not None else NOTHING
        finally:
            self._busy.discard(node)
        if not self._busy or cuts == self._cuts or self._cuts > _PATIENCE:
            self._memo[node] = answer
        return answer

    def forget(self) -> None:
        """Drop what is remembered, after new guesses were made."""
        self._memo.clear()
        self._variables.clear()

    def _of_Name(self, node: ast.Name) -> Types:
        variable = self.scopes.variable(node)
        if variable is None:
            return NOTHING
        bindings = self.scopes.bindings(variable)
        if len(bindings) > 1:
            if isinstance(node.ctx, ast.Load):
                seen = reaching(self.tree, self.scopes, node)
            else:
                seen = [b for b in bindings if b.node is node]
            if seen:
                return self._of_some(variable, seen)
        return self.variable(variable)

    def _of_some(self, variable: Variable, bindings: list[Binding]) -> Types:
        """What some bindings give, and what the name held before where that is made of it."""
        found: set[Type] = set()
        for binding in bindings:
            given = self.binding(binding)
            found |= given
            made_of = binding.value if binding.how is not How.ITERATE else None
            for inner in ast.walk(made_of) if made_of is not None else ():
                if isinstance(inner, ast.Name) and inner.id == binding.name:
                    if inner not in self._busy:
                        found |= still_held(given, self.of(inner))
        return frozenset(filled(self, variable, found))

    def _of_Attribute(self, node: ast.Attribute) -> Types:
        found = attribute_of(self, self.of(node.value), node.attr)
        return self._here(node, found or self._stored(node))

    def _of_Subscript(self, node: ast.Subscript) -> Types:
        held = self.of(node.value)
        if isinstance(node.slice, ast.Slice):
            return held
        found: set[Type] = set()
        for value in held:
            if isinstance(value, Inst):
                if value.cls == "dict" and len(value.args) == 2:
                    found |= value.args[1]
                elif value.cls == "tuple" and isinstance(node.slice, ast.Constant):
                    found |= values.position(value, node.slice.value)
                else:
                    found |= values.elements(value)
            elif isinstance(value, UserInstance):
                found |= answers(self, value, "__getitem__")
        return self._here(node, frozenset(found) or self._stored(node))

    def _here(self, node: ast.Attribute | ast.Subscript, found: Types) -> Types:
        """What is left of the types of all that is stored in a place, where it was set just now."""
        value = just_stored(self.tree, node) if len(found) > 1 else None
        return (self.of(value) & found or found) if value is not None else found

    def _of_Call(self, node: ast.Call) -> Types:
        special = builtin(self, node)
        if special is not None:
            return special
        found: set[Type] = set()
        for callee in self.of(node.func):
            found |= result_of(self, callee, node)
        return (
            frozenset(found)
            or from_container(self, node)
            or from_asyncio(self, node)
            or given_back(self, node)
        )

    def _of_Await(self, node: ast.Await) -> Types:
        found: set[Type] = set()
        for value in self.of(node.value):
            if isinstance(value, Inst):
                found |= values.awaited(value)
        return frozenset(found)

    def _of_IfExp(self, node: ast.IfExp) -> Types:
        if is_string_by_then(node):
            return self.of(node.orelse)
        return self.of(node.body) | self.of(node.orelse)

    def _of_BoolOp(self, node: ast.BoolOp) -> Types:
        return frozenset().union(*(self.of(v) for v in node.values))

    def _of_BinOp(self, node: ast.BinOp) -> Types:
        """Lists that are repeated or put together."""
        if not isinstance(node.op, (ast.Add, ast.Mult)):
            return NOTHING
        return frozenset(t for t in self.of(node.left) | self.of(node.right) if values.is_list(t))

    def _of_NamedExpr(self, node: ast.NamedExpr) -> Types:
        return self.of(node.value)

    def _of_Starred(self, node: ast.Starred) -> Types:
        return self.of(node.value)

    def _of_List(self, node: ast.List | ast.Set | ast.Tuple) -> Types:
        items: set[Type] = set()
        for element in node.elts:
            if isinstance(element, ast.Starred):
                items |= self.items(element.value)
            else:
                items |= self.of(element)
        return frozenset((Inst("list", (frozenset(items),)),))

    _of_Set = _of_List

    def _of_Tuple(self, node: ast.Tuple) -> Types:
        if any(isinstance(e, ast.Starred) for e in node.elts):
            return self._of_List(node)
        return frozenset((Inst("tuple", tuple(self.of(e) for e in node.elts)),))

    def _of_ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Types:
        return frozenset((Inst("list", (self.of(node.elt),)),))

    _of_SetComp = _of_ListComp
    _of_GeneratorExp = _of_ListComp

    def _of_Lambda(self, node: ast.Lambda) -> Types:
        return frozenset((UserFunction(node),))

    def _of_Constant(self, node: ast.Constant) -> Types:
        if isinstance(node.value, str):
            return frozenset((Inst("str"),))
        return NOTHING

    def _of_JoinedStr(self, node: ast.JoinedStr) -> Types:
        return frozenset((Inst("str"),))

    # -- variables ---------------------------------------------------------------------------

    def variable(self, variable: Variable) -> Types:
        """Types of everything that is bound to a variable."""
        known = self._variables.get(variable)
        if known is not None:
            return known
        if variable in self._busy:
            self._cuts += 1
            return NOTHING
        cuts = self._cuts
        self._busy.add(variable)
        try:
            found: set[Type] = set()
            for binding in self.scopes.bindings(variable):
                found |= self.binding(binding)
            found = filled(self, variable, found)
        finally:
            self._busy.discard(variable)
        answer = frozenset(found)
        if not self._busy or cuts == self._cuts or self._cuts > _PATIENCE:
            self._variables[variable] = answer
        return answer

    def binding(self, binding: Binding) -> Types:
        """Types that one binding gives its name."""
        node = binding.node
        if binding.how in (How.ASSIGN, How.ANNOTATION):
            value = values.along(self.of(binding.value), binding.path)
            if binding.how is How.ANNOTATION or not value:
                value |= self._said(binding.value, binding.annotation)
            return value
        if binding.how is How.ITERATE:
            return values.along(iterated(self, self.of(binding.value)), binding.path)
        if binding.how is How.ENTER:
            entered: set[Type] = set()
            for value_type in self.of(binding.value):
                entered |= bound_by_with(self, value_type)
            return values.along(frozenset(entered), binding.path)
        if node in self.tree.runner_parameters:
            return NOTHING
        if binding.how is How.PARAMETER and isinstance(node, ast.arg):
            return given_to(self, node)
        if binding.how is How.IMPORT and isinstance(node, ast.alias):
            linked = self.scopes.linked.get(node)
            if isinstance(linked, Variable):
                return self.variable(linked)
            if linked is not None:
                return frozenset((UserModule(linked),))
            return self.workspace.imported(binding, node)
        if binding.how is How.FUNCTION and isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef)
        ):
            return frozenset((UserFunction(node),))
        if binding.how is How.CLASS and isinstance(node, ast.ClassDef):
            return frozenset((UserClass(node),))
        if isinstance(binding.statement, ast.AugAssign):
            return frozenset(t for t in self.of(binding.value) if values.is_list(t))
        return NOTHING

    # -- functions of the file -----------------------------------------------------------------

    def returns(self, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Types:
        """What a call of the function gives (a coroutine for an ``async def``)."""
        if isinstance(function, ast.Lambda):
            return self.of(function.body)
        if function in self._busy:
            self._cuts += 1
            return NOTHING
        self._busy.add(function)
        try:
            found: set[Type] = set()
            yields: set[Type] = set()
            is_generator = False
            for node in self.stores.results.get(function, ()):
                if isinstance(node, ast.Return):
                    found |= self.of(node.value)
                elif isinstance(node, ast.YieldFrom):
                    is_generator = True
                    yields |= self.items(node.value)
                else:
                    is_generator = True
                    yields |= self.of(node.value)
            if not found:
                found |= of_result(self, function, annotated(self, function.returns))
        finally:
            self._busy.discard(function)
        if is_generator:
            return frozenset((Inst("list", (frozenset(yields),)),))
        answer = frozenset(found)
        if isinstance(function, ast.AsyncFunctionDef):
            return frozenset((Inst("Coroutine", (answer,)),))
        return answer

    # -- parts of values ---------------------------------------------------------------------

    def items(self, node: ast.expr) -> Types:
        """Types of what a loop over the expression gives."""
        return iterated(self, self.of(node))

    def heirs(self, node: ast.ClassDef) -> list[ast.ClassDef]:
        """Classes of the file that are derived from a class."""
        if self._heirs is None:
            self._heirs = {}
            for cls in [n for n in self.tree.nodes if isinstance(n, ast.ClassDef)]:
                for base in family(self, cls)[1:]:
                    if isinstance(base, ast.ClassDef):
                        self._heirs.setdefault(base, []).append(cls)
        return self._heirs.get(node, [])

    def stored_types(
        self, value: ast.expr | None, path: tuple[int, ...], annotation: ast.expr | None
    ) -> Types:
        """Types of what an assignment stores."""
        found = values.along(self.of(value), path)
        return found | (annotated(self, annotation) if found else self._said(value, annotation))

    def _said(self, value: ast.expr | None, annotation: ast.expr | None) -> Types:
        """Types that an annotation alone gives what is assigned."""
        types = annotated(self, annotation)
        return types if annotation is None else of_value(self, value, annotation, types)

    def _stored(self, node: ast.Attribute | ast.Subscript) -> Types:
        """An attribute or item of something unknown: what the file stores under the same path."""
        if isinstance(node, ast.Attribute) and hasattr(dict, node.attr):
            return NOTHING  # a method, not an item
        path = self.stores.path(node)
        if path is None:
            return NOTHING
        if path.rpartition(":")[2].startswith("self.") and path.count(".") < 2:
            return NOTHING
        return self.under(path)

    def under(self, path: str) -> Types:
        """Types of what the file stores under a path."""
        if path in self._busy:
            self._cuts += 1
            return NOTHING
        self._busy.add(path)
        try:
            found: set[Type] = set()
            for value, unpack, annotation in self.stores.under(path):
                found |= self.stored_types(value, unpack, annotation)
            return frozenset(found)
        finally:
            self._busy.discard(path)
