"""Types of the expressions of one file, asked for one at a time and remembered.

Flow-insensitive: a name has the types of all its bindings. Values keep the call they come from
(``Inst.site``), so what belongs together is known by identity, not by name or nearness.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any

from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.annotations import evaluate
from unspool_rules.semantics.resolver import Resolver
from unspool_rules.semantics.stores import ANY, Stores, path_of
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
from unspool_rules.syntax.scopes import Binding, How, Scopes, Variable
from unspool_rules.syntax.tree import Tree

_SAME_ELEMENTS = {"list", "reversed", "sorted", "tuple", "iter", "set", "filter", "deque"}
_READERS = {"get", "pop", "setdefault", "values", "items"}
_DEPTH = 60
_PATIENCE = 2_000
"""Circular questions after which answers are kept although they may be incomplete."""


class Inference:
    """Answers what an expression is."""

    def __init__(self, tree: Tree, scopes: Scopes, resolver: Resolver) -> None:
        self.tree = tree
        self.scopes = scopes
        self.stores = Stores(tree, scopes)
        self._resolver = resolver
        self._memo: dict[ast.AST, Types] = {}
        self._readers: dict[type[ast.AST], Callable[[Any], Types] | None] = {}
        self._variables: dict[Variable, Types] = {}
        self._busy: set[object] = set()
        self._cuts = 0
        """How often a question met itself: what was answered meanwhile may be incomplete."""
        self._asked: dict[tuple[int, int], Types] = {}
        self.guesses: dict[ast.AST, Types] = {}
        """Types given to expressions whose shape alone is unmistakable."""

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
            answer = read(node) if read is not None else NOTHING
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
        return self.variable(variable) if variable is not None else NOTHING

    def _of_Attribute(self, node: ast.Attribute) -> Types:
        found = self._attribute_of(self.of(node.value), node.attr)
        if found:
            return found
        return self._stored(node)

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
                    found |= self._position(value, node.slice.value)
                else:
                    found |= values.elements(value)
        return frozenset(found) or self._stored(node)

    def _of_Call(self, node: ast.Call) -> Types:
        special = self._builtin(node)
        if special is not None:
            return special
        found: set[Type] = set()
        for callee in self.of(node.func):
            found |= self._call(callee, node)
        return frozenset(found) or self._of_dictionary(node)

    def _of_dictionary(self, node: ast.Call) -> Types:
        """``sessions.get(user)`` and the like, of what the file stores by keys."""
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in _READERS:
            return NOTHING
        path = path_of(node.func.value)
        held = self._under(f"{path}.{ANY}") if path is not None else NOTHING
        if node.func.attr in ("values", "items"):
            items = self._pair(NOTHING, held) if node.func.attr == "items" else held
            return frozenset((Inst("list", (items,)),)) if held else NOTHING
        return held | frozenset().union(*(self.of(a) for a in node.args[1:]))

    def _of_Await(self, node: ast.Await) -> Types:
        found: set[Type] = set()
        for value in self.of(node.value):
            if isinstance(value, Inst):
                found |= values.awaited(value)
        return frozenset(found)

    def _of_IfExp(self, node: ast.IfExp) -> Types:
        return self.of(node.body) | self.of(node.orelse)

    def _of_BoolOp(self, node: ast.BoolOp) -> Types:
        return frozenset().union(*(self.of(v) for v in node.values))

    def _of_BinOp(self, node: ast.BinOp) -> Types:
        """Lists that are repeated or put together."""
        if not isinstance(node.op, (ast.Add, ast.Mult)):
            return NOTHING
        both = self.of(node.left) | self.of(node.right)
        return frozenset(t for t in both if isinstance(t, Inst) and t.cls in ("list", "tuple"))

    def _of_NamedExpr(self, node: ast.NamedExpr) -> Types:
        return self.of(node.value)

    def _of_Starred(self, node: ast.Starred) -> Types:
        return self.of(node.value)

    def _of_List(self, node: ast.List | ast.Set) -> Types:
        items = frozenset().union(*(self.of(e) for e in node.elts)) if node.elts else NOTHING
        return frozenset((Inst("list", (items,)),))

    _of_Set = _of_List

    def _of_Tuple(self, node: ast.Tuple) -> Types:
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
            value = self._along(self.of(binding.value), binding.path)
            if binding.how is How.ANNOTATION or not value:
                value |= self.annotation(binding.annotation)
            return value
        if binding.how is How.ITERATE:
            items: set[Type] = set()
            for value_type in self.of(binding.value):
                if isinstance(value_type, Inst):
                    items |= values.elements(value_type)
            return self._along(frozenset(items), binding.path)
        if binding.how is How.ENTER:
            entered: set[Type] = set()
            for value_type in self.of(binding.value):
                entered |= self._entered(value_type)
            return self._along(frozenset(entered), binding.path)
        if binding.how is How.PARAMETER and isinstance(node, ast.arg):
            return self._parameter(node)
        if binding.how is How.IMPORT and isinstance(node, ast.alias):
            return self._import(binding, node)
        if binding.how is How.FUNCTION and isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef)
        ):
            return frozenset((UserFunction(node),))
        if binding.how is How.CLASS and isinstance(node, ast.ClassDef):
            return frozenset((UserClass(node),))
        return NOTHING

    def _entered(self, value: Type) -> Types:
        """What ``with value as name`` binds: of a class of the file, what its method returns."""
        if isinstance(value, UserInstance):
            for name in ("__enter__", "__aenter__"):
                found: set[Type] = set()
                for method in self._user_attribute(value, name):
                    if isinstance(method, UserFunction):
                        for answer in self.returns(method.node):
                            coroutine = isinstance(answer, Inst) and answer.cls == "Coroutine"
                            found |= values.awaited(answer) if coroutine else {answer}  # type: ignore[arg-type]
                if found:
                    return frozenset(found)
        return values.entered(value)

    def _along(self, types: Types, path: tuple[int, ...]) -> Types:
        for index in path:
            step: set[Type] = set()
            for value in types:
                if isinstance(value, Inst):
                    step |= self._position(value, index)
            types = frozenset(step)
        return types

    def _position(self, value: Inst, index: object) -> Types:
        if value.cls == "tuple" and isinstance(index, int) and -len(value.args) <= index:
            if index < len(value.args):
                return value.args[index]
            return NOTHING
        return values.elements(value)

    def _import(self, binding: Binding, node: ast.alias) -> Types:
        statement = binding.statement
        if isinstance(statement, ast.ImportFrom):
            name = f"{statement.module or ''}.{node.name}"
            if statement.level or not outlines.is_ours(statement.module or ""):
                if f"{statement.module}.{node.name}" in outlines.ROOTS and not statement.level:
                    return frozenset((Module(name),))
                return self._ask(node)
        else:
            name = node.name if node.asname else node.name.split(".")[0]
            if name == "azure":
                return frozenset((Module("azure"),))
            if not outlines.is_ours(name):
                return NOTHING
        return values.symbol(name)

    def _ask(self, node: ast.alias) -> Types:
        """What only the workspace can say."""
        span = self.tree.span(node)
        start = span.end - len(node.asname or node.name)
        line, column = self.tree.lines.position(start)
        if (line, column) not in self._asked:
            self._asked[line, column] = self._answers(self._resolver.infer(line, column))
        return self._asked[line, column]

    def ask(self, node: ast.expr) -> Types:
        """What the workspace says a name or an attribute is."""
        if not isinstance(node, (ast.Name, ast.Attribute)):
            return NOTHING
        name = node.id if isinstance(node, ast.Name) else node.attr
        position = self.tree.lines.position(self.tree.span(node).end - len(name))
        if position not in self._asked:
            self._asked[position] = self._answers(self._resolver.infer(*position))
        return self._asked[position]

    def _answers(self, names: Iterable[str]) -> Types:
        found: set[Type] = set()
        for name in names:
            if name.startswith("type:"):
                found.add(Class(outlines.canonical(name[5:]) or name[5:]))
            elif name.startswith("module:"):
                found.add(Module(name[7:]))
            elif name.startswith("returns:"):
                found |= self._answers([name[8:]])
            else:
                found.add(Inst(outlines.canonical(name) or name))
        return frozenset(found)

    # -- annotations of the file ---------------------------------------------------------------

    def annotation(self, node: ast.expr | None) -> Types:
        """Types that an annotation in the file stands for."""
        if node is None:
            return NOTHING
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return self._quoted(node)
        if isinstance(node, ast.BinOp):
            return self.annotation(node.left) | self.annotation(node.right)
        if isinstance(node, ast.Subscript):
            head = ast.unparse(node.value).rpartition(".")[2]
            inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
            if head in ("Optional", "Union", "Annotated", "Final", "ClassVar"):
                chosen = inner if head == "Union" else inner[:1]
                return frozenset().union(*(self.annotation(i) for i in chosen))
            if head.lower() in ("type",):
                return frozenset(
                    Class(t.cls) for t in self.annotation(inner[0]) if isinstance(t, Inst)
                )
            args = tuple(self.annotation(i) for i in inner)
            if head.lower() in ("list", "sequence", "iterable", "iterator", "asynciterator", "set"):
                return frozenset((Inst("list", args[:1]),))
            if head.lower() in ("dict", "mapping", "tuple"):
                return frozenset((Inst("tuple" if head.lower() == "tuple" else "dict", args),))
            node = node.value
        found: set[Type] = set()
        if isinstance(node, ast.Name) and node.id == "str":
            return frozenset((Inst("str"),))
        for value in self.of(node):
            if isinstance(value, Class):
                found.add(Inst(value.name))
            elif isinstance(value, UserClass):
                found.add(UserInstance(value.node))
        return frozenset(found)

    def _quoted(self, node: ast.Constant) -> Types:
        """A string annotation, resolved in the scope it stands in."""
        try:
            inner = ast.parse(str(node.value), mode="eval").body
        except SyntaxError:
            return NOTHING
        if not isinstance(inner, (ast.Name, ast.Attribute)):
            return NOTHING
        names = ast.unparse(inner).split(".")
        variable = self.scopes.lookup(names[0], self.scopes.scope_of(node))
        types = self.variable(variable) if variable is not None else NOTHING
        for name in names[1:]:
            types = self._attribute_of(types, name)
        found: set[Type] = set()
        for value in types:
            if isinstance(value, Class):
                found.add(Inst(value.name))
            elif isinstance(value, UserClass):
                found.add(UserInstance(value.node))
        return frozenset(found)

    # -- functions of the file -----------------------------------------------------------------

    def _parameter(self, node: ast.arg) -> Types:
        function = self.tree.function(node)
        assert function is not None
        owner = self.tree.parents.get(function)
        args = function.args
        ordered = [*args.posonlyargs, *args.args]
        is_first = bool(ordered) and ordered[0] is node
        if isinstance(owner, ast.ClassDef) and is_first:
            decorators = {ast.unparse(d) for d in getattr(function, "decorator_list", ())}
            if "classmethod" in decorators:
                return frozenset((UserClass(owner),))
            if "staticmethod" not in decorators:
                return frozenset((UserInstance(owner),))
        found = set(self.annotation(node.annotation))
        if node is args.vararg or node is args.kwarg:
            return NOTHING
        for argument in self.arguments_for(function, node):
            found |= self.of(argument)
        if isinstance(function, ast.Lambda) and is_first:
            found |= self._given_by_builtin(function)
        default = self._default(args, node)
        if default is not None:
            found |= self.of(default)
        if not found and node.annotation is None:
            found |= self._ask_argument(node)
        return frozenset(found)

    def _default(self, args: ast.arguments, node: ast.arg) -> ast.expr | None:
        ordered = [*args.posonlyargs, *args.args]
        if node in ordered:
            index = ordered.index(node) - (len(ordered) - len(args.defaults))
            return args.defaults[index] if index >= 0 else None
        if node in args.kwonlyargs:
            return args.kw_defaults[args.kwonlyargs.index(node)]
        return None

    def _ask_argument(self, node: ast.arg) -> Types:
        if not self.stores.looks_legacy(node.arg):
            return NOTHING
        span = self.tree.span(node)
        position = self.tree.lines.position(span.start)
        if position not in self._asked:
            self._asked[position] = self._answers(self._resolver.infer(*position))
        return self._asked[position]

    def calls_of(
        self, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    ) -> list[tuple[ast.Call, bool]]:
        """Calls of a function in the file, and whether the receiver takes the first parameter."""
        if isinstance(function, ast.Lambda):
            return []
        owner = self.tree.parents.get(function)
        found: list[tuple[ast.Call, bool]] = []
        if function.name == "__init__" and isinstance(owner, ast.ClassDef):
            for call in self.stores.calls.get(owner.name, ()):
                if UserClass(owner) in self.of(call.func):
                    found.append((call, True))
            return found
        for call in self.stores.calls.get(function.name, ()):
            for callee in self.of(call.func):
                if isinstance(callee, UserFunction) and callee.node is function:
                    found.append((call, callee.bound))
                    break
        return found

    def _given_by_builtin(self, function: ast.Lambda) -> Types:
        """What ``max(items, key=…)``, ``filter(…, items)`` and the like pass to a function."""
        parent = self.tree.parents.get(function)
        keyed = isinstance(parent, ast.keyword) and parent.arg == "key"
        call = self.tree.parents.get(parent) if keyed and parent is not None else parent
        if not isinstance(call, ast.Call):
            return NOTHING
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if keyed and name in ("sorted", "max", "min") and call.args:
            return self._items(call.args[0])
        if keyed and isinstance(call.func, ast.Attribute) and call.func.attr == "sort":
            return self._items(call.func.value)
        if name in ("map", "filter") and len(call.args) > 1 and call.args[0] is function:
            return self._items(call.args[1])
        return NOTHING

    def arguments_for(
        self, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, parameter: ast.arg
    ) -> list[ast.expr]:
        """What the file's own callers pass for a parameter."""
        ordered = [*function.args.posonlyargs, *function.args.args]
        found = []
        for call, bound in self.calls_of(function):
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
                else:
                    is_generator = True
                    yields |= self.of(node.value)
            if not found:
                found |= self.annotation(function.returns)
        finally:
            self._busy.discard(function)
        if is_generator:
            return frozenset((Inst("list", (frozenset(yields),)),))
        answer = frozenset(found)
        if isinstance(function, ast.AsyncFunctionDef):
            return frozenset((Inst("Coroutine", (answer,)),))
        return answer

    # -- calls -----------------------------------------------------------------------------------

    def _call(self, callee: Type, node: ast.Call) -> Types:
        if isinstance(callee, Class):
            return frozenset((Inst(callee.name, (), node),))
        if isinstance(callee, UserClass):
            return frozenset((UserInstance(callee.node),))
        if isinstance(callee, UserFunction):
            return self.returns(callee.node)
        if isinstance(callee, Method):
            return self._outline_call(callee, node)
        return NOTHING

    def _outline_call(self, callee: Method, node: ast.Call) -> Types:
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

    def _builtin(self, node: ast.Call) -> Types | None:
        """Builtins that hand their argument's items on."""
        func = node.func
        if not isinstance(func, ast.Name) or not node.args:
            return None
        if self.scopes.variable(func) is not None and func.id not in ("cast", "deque"):
            return None
        first = node.args[0]
        if func.id in _SAME_ELEMENTS:
            source = node.args[1] if func.id == "filter" and len(node.args) > 1 else first
            return frozenset((Inst("list", (self._items(source),)),))
        if func.id in ("next", "max", "min", "anext"):
            return self._items(first)
        if func.id == "enumerate":
            return frozenset((Inst("list", (self._pair(NOTHING, self._items(first)),)),))
        if func.id == "zip":
            parts = tuple(self._items(a) for a in node.args)
            return frozenset((Inst("list", (frozenset((Inst("tuple", parts),)),)),))
        if func.id == "cast" and len(node.args) == 2:
            return self.of(node.args[1]) or self.annotation(first)
        if func.id in ("str", "input", "repr"):
            return frozenset((Inst("str"),))
        if func.id == "getattr" and len(node.args) >= 2:
            name = node.args[1]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                return self._attribute_of(self.of(first), name.value)
        return None

    def _pair(self, first: Types, second: Types) -> Types:
        return frozenset((Inst("tuple", (first, second)),))

    def _items(self, node: ast.expr) -> Types:
        found: set[Type] = set()
        for value in self.of(node):
            if isinstance(value, Inst):
                found |= values.elements(value)
        return frozenset(found)

    # -- values ------------------------------------------------------------------------------------

    def _attribute_of(self, types: Types, name: str) -> Types:
        found: set[Type] = set()
        for value in types:
            found |= self._attribute(value, name)
        return frozenset(found)

    def _attribute(self, value: Type, name: str) -> Types:
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
            return self._user_attribute(value, name)
        return NOTHING

    # -- classes of the file -----------------------------------------------------------------------

    def _user_attribute(self, value: UserInstance | UserClass, name: str) -> Types:
        found: set[Type] = set()
        for cls in self.family(value.node):
            if isinstance(cls, Class):
                found |= values.member(Inst(cls.name), name)
                continue
            scope = self.scopes.of_node.get(cls)
            for binding in scope.bindings.get(name, ()) if scope is not None else ():
                if binding.how is How.FUNCTION and isinstance(
                    binding.node, (ast.FunctionDef, ast.AsyncFunctionDef)
                ):
                    found |= self._method(binding.node, value)
                else:
                    found |= self.binding(binding)
            for store in self.stores.attributes.get(name, ()):
                if store.owner is cls or (
                    store.owner is None
                    and any(
                        isinstance(t, UserInstance) and t.node is cls
                        for t in self.of(store.target.value)
                    )
                ):
                    found |= self.stored_types(store.value, store.path, store.annotation)
            if found:
                break
        return frozenset(found)

    def member(self, node: ast.ClassDef, name: str) -> Types:
        """Types of an attribute of a class's instances."""
        return self._user_attribute(UserInstance(node), name)

    def stored_types(
        self, value: ast.expr | None, path: tuple[int, ...], annotation: ast.expr | None
    ) -> Types:
        """Types of what an assignment stores."""
        return self._along(self.of(value), path) | self.annotation(annotation)

    def _method(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, value: UserInstance | UserClass
    ) -> Types:
        decorators = {ast.unparse(d).rpartition(".")[2] for d in node.decorator_list}
        if decorators & {"property", "cached_property"}:
            return self.returns(node)
        bound = "staticmethod" not in decorators and (
            isinstance(value, UserInstance) or "classmethod" in decorators
        )
        return frozenset((UserFunction(node, bound),))

    def family(self, node: ast.ClassDef) -> list[ast.ClassDef | Class]:
        """A class and its bases, as far as the file and the outlines know them."""
        found: list[ast.ClassDef | Class] = [node]
        for base in node.bases:
            expression = base.value if isinstance(base, ast.Subscript) else base
            for value in self.of(expression):
                if isinstance(value, UserClass) and value.node not in found:
                    found += self.family(value.node)
                elif isinstance(value, Class):
                    found.append(value)
        return found

    def _stored(self, node: ast.Attribute | ast.Subscript) -> Types:
        """An attribute or item of something unknown: what the file stores under the same path."""
        path = path_of(node)
        if path is None or (path.startswith("self.") and path.count(".") < 2):
            return NOTHING
        return self._under(path)

    def _under(self, path: str) -> Types:
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
