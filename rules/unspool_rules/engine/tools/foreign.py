"""Functions of other files of the project, read as text: their schemas are made from it."""

from __future__ import annotations

import ast
from pathlib import Path

from unspool_rules.engine.tools.schemas import FunctionNode
from unspool_rules.semantics.resolver import Resolver
from unspool_rules.syntax.heads import is_lazy

_DEPTH = 4
_SETS = (ast.Set, ast.List, ast.Tuple)


class Foreign:
    """One function and whether its module keeps annotations as strings."""

    def __init__(self, node: FunctionNode, lazy: bool) -> None:
        self.node = node
        self.lazy = lazy


class Reader:
    """Finds functions, and sets of functions, by the import that brings them."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def functions(
        self, statement: ast.ImportFrom, name: str, beside: Path | None = None, depth: int = 0
    ) -> list[Foreign] | None:
        """The functions that an imported name stands for; None when that is not known."""
        if depth > _DEPTH:
            return None
        found = self._read(statement, beside)
        return self._named(found[0], name, found[1], depth) if found is not None else None

    def made_by(self, statement: ast.ImportFrom, name: str) -> list[Foreign] | None:
        """The function that calls of an imported function give, when it is one defined in it."""
        makers = self.functions(statement, name)
        if makers is None or len(makers) != 1 or isinstance(makers[0].node, ast.AsyncFunctionDef):
            return None
        inner = returned(makers[0].node)
        return [Foreign(inner, makers[0].lazy)] if inner is not None else None

    def _read(
        self, statement: ast.ImportFrom, beside: Path | None
    ) -> tuple[ast.Module, Path] | None:
        module = self._resolver.module(statement.module or "", statement.level, beside)
        if module is None:
            return None
        try:
            return ast.parse(module.text), module.path
        except (SyntaxError, ValueError, RecursionError):
            return None

    def _named(self, tree: ast.Module, name: str, path: Path, depth: int) -> list[Foreign] | None:
        found: list[list[Foreign] | None] = []
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
                found.append([Foreign(node, is_lazy(tree))])
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if (alias.asname or alias.name) == name:
                        found.append(self.functions(node, alias.name, path, depth + 1))
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if any(isinstance(t, ast.Name) and t.id == name for t in targets):
                    found.append(self._set(tree, node.value, path, depth))
            elif _changes(node, name):
                return None
        return found[0] if len(found) == 1 else None

    def _set(
        self, tree: ast.Module, value: ast.expr | None, path: Path, depth: int
    ) -> list[Foreign] | None:
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            if value.func.id not in ("set", "frozenset") or len(value.args) != 1:
                return None
            value = value.args[0]
        if not isinstance(value, _SETS) or depth > _DEPTH:
            return None
        functions: list[Foreign] = []
        for element in value.elts:
            if not isinstance(element, ast.Name):
                return None
            inner = self._named(tree, element.id, path, depth + 1)
            if inner is None or len(inner) != 1:
                return None
            functions += inner
        return functions


def returned(function: FunctionNode) -> FunctionNode | None:
    """The function defined in another one that every ``return`` of it gives."""
    inner = {
        n.name: n for n in function.body if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    names: set[str] = set()
    stack: list[ast.AST] = list(function.body)
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            continue
        if isinstance(node, ast.Return):
            names.add(node.value.id if isinstance(node.value, ast.Name) else "")
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in inner:
            return None
        stack += ast.iter_child_nodes(node)
    ends = isinstance(function.body[-1], ast.Return)
    return inner.get(names.pop()) if len(names) == 1 and ends else None


def _changes(node: ast.stmt, name: str) -> bool:
    """Whether another statement of the module binds the name or adds to it."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id == name:
            return not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
    return False
