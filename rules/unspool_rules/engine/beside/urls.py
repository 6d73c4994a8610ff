"""Calls of HTTP libraries in a file, and the text of their URLs as far as the file has it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.leaves import Leaves, key_of
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.names import last_name

_LIBRARIES = ("requests", "httpx", "aiohttp")
_METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
_WITH_METHOD = ("request", "stream", "Request", "build_request")
_SESSIONS = ("Session", "session", "Client", "AsyncClient", "ClientSession")
_MOST = 24
_DEPTH = 10

Piece = tuple[str, ast.expr]
"""A part of a text and where it is written."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text that an expression may have, in pieces; what is not known stands in braces."""

    pieces: tuple[Piece, ...]

    @property
    def value(self) -> str:
        return "".join(text for text, _ in self.pieces)

    def place(self, offset: int) -> ast.expr:
        """The expression that the character at an offset is written in."""
        for text, node in self.pieces:
            if offset < len(text):
                return node
            offset -= len(text)
        return self.pieces[-1][1]

    def __add__(self, other: Text) -> Text:
        return Text(self.pieces + other.pieces)


@dataclass(frozen=True, slots=True)
class Request:
    """One request: its method, where that is written, and the texts of its URL."""

    call: ast.Call
    method: str
    urls: tuple[Text, ...]


class Requests:
    """Finds the requests of a file."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._busy: set[ast.AST] = set()

    def found(self) -> Iterator[Request]:
        if not self._imports():
            return
        for node in self._facts.tree.of(ast.Call):
            request = self._request(node)
            if request is not None:
                yield request

    def _imports(self) -> bool:
        for node in self._facts.tree.of(ast.Import, ast.ImportFrom):
            if isinstance(node, ast.Import):
                if any(a.name.split(".")[0] in _LIBRARIES for a in node.names):
                    return True
            elif not node.level:
                if (node.module or "").split(".")[0] in _LIBRARIES:
                    return True
        return False

    def _request(self, call: ast.Call) -> Request | None:
        func = call.func
        name = last_name(func)
        if isinstance(func, ast.Name):
            name = self._dotted(func).rpartition(".")[2]
        if name not in _METHODS and name not in _WITH_METHOD:
            return None
        owner = self._dotted(func).rpartition(".")[0]
        library, _, rest = owner.partition(".")
        if library not in _LIBRARIES or (rest and rest.removesuffix("()") not in _SESSIONS):
            return None
        arguments = {k.arg: k.value for k in call.keywords}
        position = 1 if name in _WITH_METHOD else 0
        url = call.args[position] if len(call.args) > position else arguments.get("url")
        if url is None:
            return None
        method = name.upper()
        if position:
            given = call.args[0] if call.args else arguments.get("method")
            method = next((t.value.upper() for t in self.texts(given)), "") if given else ""
        urls = self.texts(url)
        base = self._base(func)
        if base:
            urls = [*urls, *(b + u for b in base for u in urls if "://" not in u.value)]
        return Request(call, method if method.isalpha() else "", tuple(urls))

    def _base(self, func: ast.expr) -> list[Text]:
        """The ``base_url`` of a client."""
        if not isinstance(func, ast.Attribute):
            return []
        for call in self._calls(func.value):
            for keyword in call.keywords:
                if keyword.arg == "base_url":
                    return self.texts(keyword.value)
            if call.args and self._dotted(call.func) == "aiohttp.ClientSession":
                return self.texts(call.args[0])
        return []

    def _calls(self, node: ast.expr) -> Iterator[ast.Call]:
        for leaf in Leaves(self._facts).of(node):
            if isinstance(leaf, ast.Call):
                yield leaf
        if isinstance(node, ast.Name):
            variable = self._facts.scopes.variable(node)
            for binding in self._facts.scopes.bindings(variable) if variable is not None else ():
                if binding.how is How.ENTER and isinstance(binding.value, ast.Call):
                    yield binding.value

    # -- where a name comes from -------------------------------------------------------------------

    def _dotted(self, node: ast.expr, depth: int = 0) -> str:
        """``requests.post``, ``httpx.Client().post``: a name by what is imported."""
        if depth > _DEPTH:
            return ""
        if isinstance(node, ast.Attribute):
            head = self._dotted(node.value, depth + 1)
            return f"{head}.{node.attr}" if head else self._stored(node, depth)
        if isinstance(node, ast.Await):
            return self._dotted(node.value, depth + 1)
        if isinstance(node, ast.Call):
            head = self._dotted(node.func, depth + 1)
            return f"{head}()" if head else ""
        if not isinstance(node, ast.Name):
            return ""
        variable = self._facts.scopes.variable(node)
        for binding in self._facts.scopes.bindings(variable) if variable is not None else ():
            found = ""
            if binding.how is How.IMPORT and isinstance(binding.node, ast.alias):
                found = _imported(binding.statement, binding.node)
            elif binding.how in (How.ASSIGN, How.ENTER, How.ANNOTATION) and binding.value:
                found = self._dotted(binding.value, depth + 1)
            elif binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
                found = self._annotated(binding.node.annotation, depth)
            if found:
                return found
        return ""

    def _annotated(self, node: ast.expr | None, depth: int) -> str:
        if isinstance(node, ast.BinOp):
            node = node.left
        if isinstance(node, ast.Subscript):
            node = node.slice
        head = self._dotted(node, depth + 1) if node is not None else ""
        return f"{head}()" if head else ""

    def _stored(self, node: ast.Attribute, depth: int) -> str:
        owner = self._facts.tree.owner(node)
        for store in self._facts.infer.stores.attributes.get(node.attr, ()):
            if store.owner is owner and store.value is not None:
                found = self._dotted(store.value, depth + 1)
                if found:
                    return found
        for leaf in Leaves(self._facts).of(node):
            found = self._dotted(leaf, depth + 1)
            if found:
                return found
        return ""

    # -- texts -------------------------------------------------------------------------------------

    def texts(self, node: ast.expr | None, depth: int = 0) -> list[Text]:
        """The texts that an expression may have; at least one, with braces for the unknown."""
        if node is None:
            return []
        unknown = [Text((("{" + _name(node) + "}", node),))]
        if node in self._busy or depth > _DEPTH:
            return unknown
        self._busy.add(node)
        try:
            return self._texts(node, depth)[:_MOST] or unknown
        finally:
            self._busy.discard(node)

    def _texts(self, node: ast.expr, depth: int) -> list[Text]:
        if isinstance(node, ast.Constant):
            return [Text(((str(node.value), node),))] if isinstance(node.value, str) else []
        if isinstance(node, ast.JoinedStr):
            return self._joined(node, depth)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self._all([node.left, node.right], depth)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            return self.texts(node.left, depth + 1)
        if isinstance(node, ast.Call):
            return self._call(node, depth)
        if key_of(node) is not None:
            return self._of_key(node)
        if isinstance(node, (ast.Name, ast.Attribute, ast.IfExp, ast.BoolOp)):
            found: list[Text] = []
            for leaf in self._sources(node):
                if leaf is not node:
                    found += self.texts(leaf, depth + 1)
            return found
        return []

    def _sources(self, node: ast.expr) -> list[ast.expr]:
        """What a name or attribute is given: literals, and what is put together of them."""
        if isinstance(node, (ast.IfExp, ast.BoolOp)):
            return [node.body, node.orelse] if isinstance(node, ast.IfExp) else node.values
        found: list[ast.expr] = []
        if isinstance(node, ast.Name):
            variable = self._facts.scopes.variable(node)
            for binding in self._facts.scopes.bindings(variable) if variable is not None else ():
                if binding.how is How.ASSIGN and not binding.path and binding.value is not None:
                    found.append(binding.value)
                elif binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
                    function = self._facts.tree.function(binding.node)
                    if function is not None:
                        found += arguments_for(self._facts.infer, function, binding.node)
                        found += Leaves(self._facts).of(node)
        elif isinstance(node, ast.Attribute):
            owner = self._facts.tree.owner(node)
            found += [
                s.value
                for s in self._facts.infer.stores.attributes.get(node.attr, ())
                if s.owner is owner and s.value is not None
            ]
            found += Leaves(self._facts).of(node)
        return list(dict.fromkeys(found))

    def _joined(self, node: ast.JoinedStr, depth: int) -> list[Text]:
        parts: list[list[Text]] = []
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                parts.append(self.texts(value.value, depth + 1))
            elif isinstance(value, ast.Constant):
                parts.append([Text(((str(value.value), node),))])
        return [_sum(combination) for combination in _combinations(parts)]

    def _all(self, nodes: list[ast.expr], depth: int) -> list[Text]:
        return [_sum(c) for c in _combinations([self.texts(n, depth + 1) for n in nodes])]

    def _call(self, node: ast.Call, depth: int) -> list[Text]:
        if key_of(node) is not None:
            return self._of_key(node)
        func = node.func
        name = last_name(func)
        if name in ("format", "rstrip", "strip", "lstrip") and isinstance(func, ast.Attribute):
            return self.texts(func.value, depth + 1)
        if name in ("urljoin", "URL", "str") and node.args:
            return self._all(node.args, depth)
        return []

    def _of_key(self, node: ast.expr) -> list[Text]:
        key = key_of(node)
        return [Text((("{" + str(key.value) + "}", node),))] if key is not None else []


def _combinations(parts: list[list[Text]]) -> list[tuple[Text, ...]]:
    count = 1
    for part in parts:
        count *= len(part)
    if count > _MOST:
        parts = [part[:1] if len(part) > 2 else part[:2] for part in parts]
    return [c for c, _ in zip(product(*parts), range(_MOST), strict=False)]


def _sum(parts: tuple[Text, ...]) -> Text:
    return Text(tuple(piece for part in parts for piece in part.pieces))


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _imported(statement: ast.AST | None, alias: ast.alias) -> str:
    if isinstance(statement, ast.ImportFrom):
        return f"{statement.module}.{alias.name}" if not statement.level else ""
    return alias.name if alias.asname else alias.name.split(".")[0]
