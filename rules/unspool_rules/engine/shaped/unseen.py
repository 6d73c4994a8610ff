"""Arguments that a call unpacks and that are not in view: ``create(**kwargs)``.

A function of the program gives them their new shape when it runs, and raises a `TypeError` for
those that have none; what is seen to be among them and has none blocks.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator

from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import calls_of
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code
from unspool_rules.syntax.names import last_name

REQUEST = ("extra_headers", "extra_query", "timeout")
"""Options of a request, which all calls of OpenAI's SDK take."""
_REASON = "`{}` may be among what is unpacked in `{}`, and has no counterpart"
_LEFT_OUT = frozenset({"NOT_GIVEN", "NotGiven", "not_given", "omit", "Omit"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def unseen_of(work: Work, site: Site, known: Container[str]) -> ast.expr | None:
    """The mapping that a call unpacks, which counts as dealt with; None where it unpacks none.

    Args:
        known: names of arguments that the function of the program gives a new shape.
    """
    value = site.unpacked[0] if len(site.unpacked) == 1 else None
    if value is None or not isinstance(work.tree.parents.get(value), ast.keyword):
        return None
    for key, node, given in _Seen(work).of(value):
        if key in known or key in site.arguments or (given is not None and is_empty(given)):
            continue
        work.block(node, _REASON.format(key, site.method.name))
        return None
    work.shaped.add(value)
    return value


def written(
    r: Rendering, value: ast.expr | None, beside: dict[str, ast.expr] | None = None
) -> Code:
    """The mapping, with legacy arguments that stand beside it: ``{"role": role, **kwargs}``."""
    if value is not None and not beside:
        return r.code(value)
    items = [r.item(f'"{key}": ', r.code(node), node) for key, node in (beside or {}).items()]
    if value is not None:
        items.append(r.item("**", r.code(value), value))
    return Brackets("", tuple(items), "{", "}")


def only_set(r: Rendering) -> str:
    """The condition on a ``value`` to be given: the old SDK left out what was ``NOT_GIVEN``."""
    named = (n for n in r.tree.of(ast.Name, ast.Attribute) if isinstance(n, ast.expr))
    if not any(last_name(n) in _LEFT_OUT for n in named):
        return "value is not None"
    kinds = [r.imports.need("openai", name) for name in ("NotGiven", "Omit")]
    return f"not isinstance(value, ({', '.join(kinds)}, type(None)))"


Key = tuple[str, ast.AST, ast.expr | None]
"""A key of a mapping, where it is put in, and the value."""


class _Seen:
    """Finds the keys that are seen to be put into a mapping."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._seen: set[object] = set()

    def of(self, node: ast.AST) -> Iterator[Key]:
        """Keys of an expression that is a mapping, or of what a function gives."""
        if node in self._seen:
            return
        self._seen.add(node)
        if isinstance(node, ast.Name):
            yield from self._variable(node)
        elif isinstance(node, ast.Attribute):
            for store in self._work.infer.stores.attributes.get(node.attr, ()):
                if store.value is not None and not store.path:
                    yield from self.of(store.value)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, key, value
                elif key is None:
                    yield from self.of(value)
        elif isinstance(node, ast.DictComp):
            for generator in node.generators:
                yield from self.of(generator.iter)
        elif isinstance(node, ast.Call):
            yield from self._call(node)
        elif isinstance(node, _FUNCTIONS):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from self.of(inner.value)
        elif isinstance(node, (ast.IfExp, ast.BoolOp, ast.BinOp, ast.Await, ast.NamedExpr)):
            for part in ast.iter_child_nodes(node):
                yield from self.of(part)

    def _call(self, node: ast.Call) -> Iterator[Key]:
        if last_name(node.func) == "dict":
            yield from _named(node)
        for given in node.args:
            yield from self.of(given)
        if isinstance(node.func, ast.Attribute):
            yield from self.of(node.func.value)  # `params.items()`, `params.copy()`
        for found in self._work.infer.of(node.func):
            if isinstance(found, UserFunction):
                yield from self.of(found.node)

    def _variable(self, node: ast.Name) -> Iterator[Key]:
        scopes, tree = self._work.facts.scopes, self._work.tree
        variable = scopes.variable(node)
        if variable is None or variable in self._seen:
            return
        self._seen.add(variable)
        for binding in scopes.bindings(variable):
            function = tree.function(binding.node)
            if binding.how is not How.PARAMETER:
                yield from self.of(binding.value) if binding.value is not None else ()
            elif function is not None and binding.node is function.args.kwarg:
                named = {a.arg for a in (*function.args.args, *function.args.kwonlyargs)}
                for call, _ in calls_of(self._work.infer, function):
                    yield from (key for key in _named(call) if key[0] not in named)
        for use in scopes.uses(variable):
            above = tree.parents.get(use)
            store = tree.parents.get(above) if above is not None else None
            if isinstance(above, ast.Subscript) and isinstance(above.ctx, ast.Store):
                if isinstance(above.slice, ast.Constant):
                    yield str(above.slice.value), above, getattr(store, "value", None)
            elif isinstance(above, ast.Attribute) and isinstance(store, ast.Call):
                yield from self._put(above.attr, store)

    def _put(self, method: str, call: ast.Call) -> Iterator[Key]:
        """``params.update(…)`` and ``params.setdefault(key, …)``."""
        if method == "update":
            yield from _named(call)
            for given in call.args:
                yield from self.of(given)
        elif method == "setdefault" and call.args and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value), call, None


def _named(call: ast.Call) -> Iterator[Key]:
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield keyword.arg, keyword, keyword.value


__all__ = ["REQUEST", "only_set", "unseen_of", "written"]
