"""Names: which scope binds what, and every place that reads a binding."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from unspool_rules.syntax.bindings import STAR, Binding, How, Scope, ScopeNode, Variable
from unspool_rules.syntax.fields import CHILD_FIELDS
from unspool_rules.syntax.links import links
from unspool_rules.syntax.tree import Tree

_SCOPES = (
    ast.Module,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.Lambda,
    ast.ClassDef,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scopes:
    """All scopes of a text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.of_node: dict[ast.AST, Scope] = {
            module: Scope(module, None) for module in tree.modules
        }
        self.linked: dict[ast.alias, Variable | ast.Module] = {}
        """Imported names that are names of other modules of the text, or such modules."""
        self._spellings: dict[str, set[str]] = {}
        self._uses: dict[Variable, list[ast.Name]] | None = None
        self._names: list[tuple[ast.Name, Scope]] = []
        self._cache: dict[ast.Name, Variable | None] = {}
        self._scope_of: dict[ast.AST, Scope] = dict(self.of_node)
        self._module = self.of_node[tree.modules[0]]
        self._nowhere = Scope(ast.Module([], []), None) if tree.borders else self._module
        """Where made-up nodes look up their names."""
        self._visitors: dict[type[ast.AST], Callable[[Any, Scope], None] | None] = {}
        for module in tree.modules:
            self._module = self.of_node[module]
            for statement in module.body:
                self._visit(statement, self._module)
        if tree.finds is not None:
            self.linked = dict(links(self, tree.finds))
            for alias in self.linked:
                self._spellings.setdefault(alias.name, {alias.name}).add(alias.asname or alias.name)

    # -- questions ---------------------------------------------------------------------------

    def scope_of(self, node: ast.AST) -> Scope:
        """The scope that the node's own names are looked up in."""
        current: ast.AST | None = node
        while current is not None:
            if current in self._scope_of:
                return self._scope_of[current]
            current = self.tree.parents.get(current)
        return self._nowhere

    def in_module(self, part: int, name: str) -> Variable | None:
        """The variable of a module's own scope, by the module's number."""
        scope = self.of_node[self.tree.modules[part]]
        return Variable(scope, name) if name in scope.bindings else None

    def spellings(self, name: str) -> set[str]:
        """What a definition is called, here and in the other modules of the text."""
        return self._spellings.get(name, {name})

    def variable(self, name: ast.Name) -> Variable | None:
        """The variable that a name refers to; None for builtins and undefined names."""
        if name not in self._cache:
            self._cache[name] = self.lookup(name.id, self.scope_of(name))
        return self._cache[name]

    def lookup(self, name: str, scope: Scope) -> Variable | None:
        current: Scope | None = scope
        while current is not None:
            if name in current.redirects:
                return Variable(current.redirects[name], name)
            skipped = isinstance(current.node, ast.ClassDef) and current is not scope
            if name in current.bindings and not skipped:
                return Variable(current, name)
            current = current.parent
        return None

    def bindings(self, variable: Variable) -> list[Binding]:
        return variable.scope.bindings.get(variable.name, [])

    def uses(self, variable: Variable) -> list[ast.Name]:
        """Every ``Name`` node of the variable, loads, stores and deletions alike."""
        if self._uses is None:
            self._uses = {}
            for name, _ in self._names:
                found = self.variable(name)
                if found is not None:
                    self._uses.setdefault(found, []).append(name)
        return self._uses.get(variable, [])

    def reads(self, variable: Variable) -> list[ast.Name]:
        """Every place that reads the variable."""
        return [use for use in self.uses(variable) if isinstance(use.ctx, ast.Load)]

    def visible(self, name: str, scope: Scope) -> bool:
        """Whether the name means something at a place in the scope."""
        return self.lookup(name, scope) is not None

    # -- construction ------------------------------------------------------------------------

    def _bind(self, scope: Scope, binding: Binding) -> None:
        target = scope.redirects.get(binding.name, scope)
        target.bindings.setdefault(binding.name, []).append(binding)

    def _enter(self, node: ScopeNode, parent: Scope) -> Scope:
        scope = Scope(node, parent)
        self.of_node[node] = scope
        return scope

    def _visit(self, node: ast.AST, scope: Scope) -> None:
        self._scope_of[node] = scope
        kind = type(node)
        if kind not in self._visitors:
            self._visitors[kind] = getattr(self, f"_visit_{kind.__name__}", None)
        method = self._visitors[kind]
        if method is not None:
            method(node, scope)
        else:
            self._inside(node, scope)

    def _inside(self, node: ast.AST, scope: Scope) -> None:
        for name in CHILD_FIELDS[node.__class__]:
            child = getattr(node, name, None)
            if child.__class__ is list:
                for one in child:
                    if isinstance(one, ast.AST):
                        self._visit(one, scope)
            elif isinstance(child, ast.AST):
                self._visit(child, scope)

    def _visit_Name(self, node: ast.Name, scope: Scope) -> None:
        self._names.append((node, scope))

    def _visit_FunctionDef(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope
    ) -> None:
        self._bind(scope, Binding(node.name, How.FUNCTION, node))
        for part in (*node.decorator_list, node.returns):
            if part is not None:
                self._visit(part, scope)
        self._function(node, scope, node.body)

    _visit_AsyncFunctionDef = _visit_FunctionDef

    def _visit_Lambda(self, node: ast.Lambda, scope: Scope) -> None:
        self._function(node, scope, [node.body])

    def _function(
        self,
        node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
        scope: Scope,
        body: list[ast.stmt] | list[ast.expr],
    ) -> None:
        inner = self._enter(node, scope)
        args = node.args
        for default in (*args.defaults, *args.kw_defaults):
            if default is not None:
                self._visit(default, scope)
        for arg in (*args.posonlyargs, *args.args, args.vararg, *args.kwonlyargs, args.kwarg):
            if arg is None:
                continue
            self._scope_of[arg] = inner
            if arg.annotation is not None:
                self._visit(arg.annotation, scope)
            self._bind(inner, Binding(arg.arg, How.PARAMETER, arg, annotation=arg.annotation))
        self._declare(body, inner)
        for part in body:
            self._visit(part, inner)

    def _declare(self, body: list[ast.stmt] | list[ast.expr], scope: Scope) -> None:
        """Read ``global`` and ``nonlocal`` first: they hold for the whole function."""
        stack: list[ast.AST] = list(body)
        while stack:
            node = stack.pop()
            if isinstance(node, (ast.Global, ast.Nonlocal)):
                for name in node.names:
                    home = self._module
                    if isinstance(node, ast.Nonlocal) and scope.parent is not None:
                        found = self.lookup(name, scope.parent)
                        home = found.scope if found is not None else self._module
                    scope.redirects[name] = home
            elif (not isinstance(node, _SCOPES) and isinstance(node, ast.stmt)) or isinstance(
                node, (ast.ExceptHandler, ast.match_case)
            ):
                for block in _BLOCKS:
                    stack.extend(getattr(node, block, ()))

    def _visit_ClassDef(self, node: ast.ClassDef, scope: Scope) -> None:
        self._bind(scope, Binding(node.name, How.CLASS, node))
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self._visit(part, scope)
        inner = self._enter(node, scope)
        for statement in node.body:
            self._visit(statement, inner)

    def _comprehension(self, node: ast.AST, scope: Scope) -> None:
        assert isinstance(node, _COMPREHENSIONS)
        inner = self._enter(node, scope)
        for index, generator in enumerate(node.generators):
            self._scope_of[generator] = inner
            self._visit(generator.iter, scope if index == 0 else inner)
            self._target(
                generator.target,
                inner,
                How.ITERATE,
                generator.iter,
                generator,
                asynchronous=bool(generator.is_async),
            )
            for condition in generator.ifs:
                self._visit(condition, inner)
        if isinstance(node, ast.DictComp):
            self._visit(node.key, inner)
            self._visit(node.value, inner)
        else:
            self._visit(node.elt, inner)

    _visit_ListComp = _comprehension
    _visit_SetComp = _comprehension
    _visit_DictComp = _comprehension
    _visit_GeneratorExp = _comprehension

    def _target(
        self,
        target: ast.expr,
        scope: Scope,
        how: How,
        value: ast.expr | None,
        statement: ast.AST,
        path: tuple[int, ...] = (),
        asynchronous: bool = False,
    ) -> None:
        if isinstance(target, ast.Name):
            self._scope_of[target] = scope
            self._names.append((target, scope))
            self._bind(
                scope,
                Binding(
                    target.id,
                    how,
                    target,
                    value,
                    path,
                    asynchronous=asynchronous,
                    statement=statement,
                ),
            )
        elif isinstance(target, (ast.Tuple, ast.List)):
            self._scope_of[target] = scope
            for index, item in enumerate(target.elts):
                inner = item.value if isinstance(item, ast.Starred) else item
                step = STAR if isinstance(item, ast.Starred) else index
                self._target(inner, scope, how, value, statement, (*path, step), asynchronous)
        else:
            self._visit(target, scope)

    def _visit_Assign(self, node: ast.Assign, scope: Scope) -> None:
        self._visit(node.value, scope)
        for target in node.targets:
            self._target(target, scope, How.ASSIGN, node.value, node)

    def _visit_AnnAssign(self, node: ast.AnnAssign, scope: Scope) -> None:
        self._visit(node.annotation, scope)
        if node.value is not None:
            self._visit(node.value, scope)
        if isinstance(node.target, ast.Name):
            self._scope_of[node.target] = scope
            self._names.append((node.target, scope))
            self._bind(
                scope,
                Binding(
                    node.target.id,
                    How.ASSIGN if node.value is not None else How.ANNOTATION,
                    node.target,
                    node.value,
                    annotation=node.annotation,
                    statement=node,
                ),
            )
        else:
            self._visit(node.target, scope)

    def _visit_AugAssign(self, node: ast.AugAssign, scope: Scope) -> None:
        self._visit(node.value, scope)
        if isinstance(node.target, ast.Name):
            self._target(node.target, scope, How.OTHER, node.value, node)
        else:
            self._visit(node.target, scope)

    def _visit_NamedExpr(self, node: ast.NamedExpr, scope: Scope) -> None:
        self._visit(node.value, scope)
        home = scope
        while isinstance(home.node, _COMPREHENSIONS) and home.parent is not None:
            home = home.parent
        self._target(node.target, home, How.ASSIGN, node.value, node)

    def _visit_For(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        self._visit(node.iter, scope)
        self._target(
            node.target,
            scope,
            How.ITERATE,
            node.iter,
            node,
            asynchronous=isinstance(node, ast.AsyncFor),
        )
        for statement in (*node.body, *node.orelse):
            self._visit(statement, scope)

    _visit_AsyncFor = _visit_For

    def _visit_With(self, node: ast.With | ast.AsyncWith, scope: Scope) -> None:
        asynchronous = isinstance(node, ast.AsyncWith)
        for item in node.items:
            self._scope_of[item] = scope
            self._visit(item.context_expr, scope)
            if item.optional_vars is not None:
                self._target(
                    item.optional_vars,
                    scope,
                    How.ENTER,
                    item.context_expr,
                    item,
                    asynchronous=asynchronous,
                )
        for statement in node.body:
            self._visit(statement, scope)

    _visit_AsyncWith = _visit_With

    def _visit_Import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            name = alias.asname or alias.name.split(".")[0]
            self._bind(scope, Binding(name, How.IMPORT, alias, statement=node))

    def _visit_ImportFrom(self, node: ast.ImportFrom, scope: Scope) -> None:
        for alias in node.names:
            self._bind(
                scope, Binding(alias.asname or alias.name, How.IMPORT, alias, statement=node)
            )

    def _visit_ExceptHandler(self, node: ast.ExceptHandler, scope: Scope) -> None:
        if node.name:
            self._bind(scope, Binding(node.name, How.OTHER, node))
        self._inside(node, scope)

    def _visit_Delete(self, node: ast.Delete, scope: Scope) -> None:
        for target in node.targets:
            self._target(target, scope, How.OTHER, None, node)

    def _pattern(self, node: ast.AST, scope: Scope) -> None:
        name = getattr(node, "name", None) or getattr(node, "rest", None)
        if isinstance(name, str):
            self._bind(scope, Binding(name, How.OTHER, node))
        self._inside(node, scope)

    _visit_MatchAs = _pattern
    _visit_MatchStar = _pattern
    _visit_MatchMapping = _pattern
