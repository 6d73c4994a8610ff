"""Functions of other files of the project, read as text: their schemas are made from it."""

from __future__ import annotations

import ast
from pathlib import Path

from unspool_rules.engine.schemas import FunctionNode
from unspool_rules.semantics.resolver import Resolver

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
        module = self._resolver.module(statement.module or "", statement.level, beside)
        if module is None:
            return None
        try:
            tree = ast.parse(module.text)
        except (SyntaxError, ValueError, RecursionError):
            return None
        return self._named(tree, name, module.path, depth)

    def _named(self, tree: ast.Module, name: str, path: Path, depth: int) -> list[Foreign] | None:
        found: list[list[Foreign] | None] = []
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
                found.append([Foreign(node, _is_lazy(tree))])
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


def _changes(node: ast.stmt, name: str) -> bool:
    """Whether another statement of the module binds the name or adds to it."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id == name:
            return not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
    return False


def _is_lazy(tree: ast.Module) -> bool:
    return any(
        isinstance(s, ast.ImportFrom)
        and s.module == "__future__"
        and any(a.name == "annotations" for a in s.names)
        for s in tree.body
    )
