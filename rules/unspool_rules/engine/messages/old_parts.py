"""Parts of a message's content in their old shapes, wherever the file makes them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.messages import gathered
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Binding, How

CLASSES = {
    "MessageInputTextBlock": "text",
    "MessageInputImageUrlBlock": "image_url",
    "MessageInputImageFileBlock": "image_file",
}
"""Classes of parts and the type of each."""
_TYPES = frozenset(CLASSES.values())
_DEPTH = 12
_COPIES = ("list", "tuple")


def old_parts(work: Work, node: ast.expr) -> list[ast.expr]:
    """Every part in an old shape that the file puts into what an expression stands for."""
    return list(dict.fromkeys(_Parts(work).of(node)))


def handed(work: Work, node: ast.expr, part: ast.expr) -> bool:
    """Whether a call here gives a part in a list that becomes nothing but this content."""
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    given = bindings[0].node if len(bindings) == 1 else None
    function = work.tree.function(given) if isinstance(given, ast.arg) else None
    if not isinstance(given, ast.arg) or function is None or not work.read_once(node):
        return False
    if work.tree.module_of(part) is not work.tree.module_of(node):
        return False
    lists = arguments_for(work.infer, function, given)
    return any(isinstance(whole, ast.List) and part in whole.elts for whole in lists)


class _Parts:
    """Follows names, arguments and results of functions within one file."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._seen: set[ast.AST] = set()

    def of(self, node: ast.expr | None, depth: int = 0) -> Iterator[ast.expr]:
        if node is None or node in self._seen or depth > _DEPTH:
            return
        self._seen.add(node)
        if self._is_part(node):
            yield node
        for inner in self._inner(node):
            yield from self.of(inner, depth + 1)

    def _is_part(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Dict):
            return any(
                isinstance(k, ast.Constant)
                and k.value == "type"
                and self._work.string_value(v) in _TYPES
                for k, v in zip(node.keys, node.values, strict=True)
            )
        return class_name(self._work, node) in CLASSES

    def _inner(self, node: ast.expr) -> Iterator[ast.expr | None]:
        if isinstance(node, (ast.List, ast.Tuple)):
            yield from node.elts
        elif isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            yield node.elt
        elif isinstance(node, ast.IfExp):
            yield from (node.body, node.orelse)
        elif isinstance(node, ast.BoolOp):
            yield from node.values
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            yield from (node.left, node.right)
        elif isinstance(node, (ast.Starred, ast.NamedExpr, ast.Await)):
            yield node.value
        elif isinstance(node, ast.Call):
            yield from self._called(node)
        elif isinstance(node, ast.Name):
            variable = self._work.variable_of(node)
            if variable is not None:
                yield from gathered.added(self._work, variable)
                for binding in self._work.facts.scopes.bindings(variable):
                    yield from self._bound(binding)

    def _called(self, call: ast.Call) -> Iterator[ast.expr | None]:
        if isinstance(call.func, ast.Name) and call.func.id in _COPIES:
            yield from call.args
        for callee in self._work.infer.of(call.func):
            if isinstance(callee, UserFunction):
                for result in self._work.infer.stores.results.get(callee.node, ()):
                    yield result.value

    def _bound(self, binding: Binding) -> Iterator[ast.expr | None]:
        if binding.how is How.ASSIGN and not binding.path:
            yield binding.value
        elif binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
            function = self._work.tree.function(binding.node)
            if function is not None:
                yield from arguments_for(self._work.infer, function, binding.node)


__all__ = ["CLASSES", "handed", "old_parts"]
