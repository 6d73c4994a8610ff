"""The client at the root of a call's chain of attributes."""

from __future__ import annotations

import ast

from unspool_rules.semantics.infer import Inference
from unspool_rules.semantics.kinds import client_of, is_agents
from unspool_rules.semantics.types import Module
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.scopes import Scopes
from unspool_rules.syntax.tree import Tree

Root = tuple[ast.expr | None, Variable | None, str]
"""The client, an alias on the way, a raw-response wrapper."""


class Roots:
    """Walks from a method back to the client, through names that hold a part of it."""

    def __init__(self, tree: Tree, scopes: Scopes, infer: Inference) -> None:
        self.tree = tree
        self.scopes = scopes
        self.infer = infer

    def of(self, func: ast.expr) -> Root:
        client, alias, wrapper = self._client(func)
        if client is None or not self._reaches(client, func):
            client = self._held(func) or client
        return client, alias, wrapper

    def module(self, func: ast.expr) -> ast.expr | None:
        """What names the ``openai`` module where a chain starts at that: ``client = openai``."""
        node: ast.expr | None = func
        for _ in range(20):
            if node is None:
                return None
            if any(isinstance(t, Module) and t.name == "openai" for t in self.infer.of(node)):
                return node if self._reaches(node, func) else None
            if isinstance(node, ast.Attribute):
                node = self._single_store(node) if self._is_stored(node) else node.value
            elif isinstance(node, ast.Name):
                variable = self.scopes.variable(node)
                bindings = self.scopes.bindings(variable) if variable is not None else ()
                node = bindings[0].value if len(bindings) == 1 else None
            else:
                return None
        return None

    def _reaches(self, client: ast.expr, func: ast.expr) -> bool:
        """Whether the client's name means the same at the call."""
        root = client
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root = root.value
        if not isinstance(root, ast.Name):
            return True
        if root.id in ("self", "cls"):
            return self.tree.owner(root) is self.tree.owner(func)
        there = self.scopes.lookup(root.id, self.scopes.scope_of(func))
        return there is not None and there == self.scopes.variable(root)

    def _held(self, func: ast.expr) -> ast.expr | None:
        """What gives the ``agents`` of some project client in a chain, by a name or a call."""
        node = func
        while isinstance(node, (ast.Attribute, ast.Call, ast.Await)):
            if self._is_agents(node):
                return node
            node = node.func if isinstance(node, ast.Call) else node.value
        return node if isinstance(node, ast.Name) and self._is_agents(node) else None

    def _is_agents(self, node: ast.expr) -> bool:
        return any(is_agents(t) for t in self.infer.of(node))

    def _client(self, func: ast.expr) -> Root:
        node: ast.expr = func
        alias: Variable | None = None
        wrapper = ""
        for _ in range(20):
            if any(client_of(t) for t in self.infer.of(node)) and node is not func:
                return node, alias, wrapper
            if isinstance(node, ast.Attribute):
                if node.attr in ("with_raw_response", "with_streaming_response"):
                    wrapper = node.attr
                if node in self.infer.guesses:
                    return node.value, alias, wrapper
                if self._is_stored(node):
                    value = self._single_store(node)
                    if value is None:
                        return None, alias, wrapper
                    node = value
                    continue
                node = node.value
            elif isinstance(node, ast.Call):
                node = node.func
            elif isinstance(node, ast.Await):
                node = node.value
            elif isinstance(node, ast.Name):
                variable = self.scopes.variable(node)
                values = (
                    [b.value for b in self.scopes.bindings(variable)]
                    if variable is not None
                    else []
                )
                if variable is None or len(values) != 1 or values[0] is None:
                    return None, alias, wrapper
                alias, node = variable, values[0]
            else:
                return None, alias, wrapper
        return None, alias, wrapper

    def _is_stored(self, node: ast.Attribute) -> bool:
        """Whether ``self.x`` holds a part of a client."""
        return (
            isinstance(node.value, ast.Name)
            and node.value.id in ("self", "cls")
            and node.attr in self.infer.stores.attributes
        )

    def _single_store(self, node: ast.Attribute) -> ast.expr | None:
        owner = self.tree.owner(node)
        stores = [
            s
            for s in self.infer.stores.attributes.get(node.attr, ())
            if s.owner is owner
            and not (isinstance(s.value, ast.Constant) and s.value.value is None)
        ]
        return stores[0].value if len(stores) == 1 else None
