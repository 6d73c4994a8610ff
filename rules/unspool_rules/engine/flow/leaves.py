"""Where the value of an expression is written down: literals and names of the environment."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.names import last_name

_DEPTH = 12
_SAME = {"str", "strip", "cast", "format", "SecretStr", "rstrip", "lstrip"}


class Leaves:
    """Follows names, attributes, defaults and arguments within one file."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._seen: set[ast.AST] = set()

    def of(self, node: ast.expr | None, depth: int = 0) -> Iterator[ast.expr]:
        """String literals that an expression may have the value of, and calls it comes from.

        Each is given once in the life of this object.
        """
        if node is None or node in self._seen or depth > _DEPTH:
            return
        self._seen.add(node)
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node
        elif isinstance(node, (ast.BoolOp, ast.IfExp)):
            options = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]
            for option in options:
                yield from self.of(option, depth + 1)
        elif isinstance(node, (ast.NamedExpr, ast.Await)):
            yield from self.of(node.value, depth + 1)
        elif isinstance(node, ast.Name):
            yield from self._name(node, depth)
        elif isinstance(node, ast.Attribute):
            yield from self._attribute(node, depth)
        elif isinstance(node, (ast.Call, ast.Subscript)):
            yield node
            if isinstance(node, ast.Call):
                for argument in self._handed_on(node):
                    yield from self.of(argument, depth + 1)

    def _handed_on(self, call: ast.Call) -> list[ast.expr]:
        func = call.func
        name = last_name(func)
        if key_of(call) is not None:
            return [*call.args[1:2], *(k.value for k in call.keywords if k.arg == "default")]
        if name in _SAME and isinstance(func, ast.Attribute) and not call.args:
            return [func.value]
        return call.args[-1:] if name in _SAME else []

    def _name(self, node: ast.Name, depth: int) -> Iterator[ast.expr]:
        variable = self._facts.scopes.variable(node)
        for binding in self._facts.scopes.bindings(variable) if variable is not None else ():
            if binding.how in (How.ASSIGN, How.ANNOTATION) and not binding.path:
                yield from self.of(binding.value, depth + 1)
            elif binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
                yield from self._parameter(binding.node, depth)

    def _parameter(self, parameter: ast.arg, depth: int) -> Iterator[ast.expr]:
        function = self._facts.tree.function(parameter)
        if function is None:
            return
        yield from self.of(_default(function.args, parameter), depth + 1)
        for value in arguments_for(self._facts.infer, function, parameter):
            yield from self.of(value, depth + 1)

    def _attribute(self, node: ast.Attribute, depth: int) -> Iterator[ast.expr]:
        """``self.x`` of the class around, and ``Config.x`` of a class of the file."""
        owner = self._facts.tree.owner(node)
        if isinstance(node.value, ast.Name) and node.value.id not in ("self", "cls"):
            owner = self._facts.tree.classes.get(node.value.id)
        if owner is None:
            return
        for store in self._facts.infer.stores.attributes.get(node.attr, ()):
            if store.owner is owner and not store.path:
                yield from self.of(store.value, depth + 1)
        for statement in owner.body:
            targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
            if isinstance(statement, (ast.Assign, ast.AnnAssign)) and any(
                isinstance(t, ast.Name) and t.id == node.attr for t in targets
            ):
                yield from self.of(statement.value, depth + 1)


def _default(arguments: ast.arguments, parameter: ast.arg) -> ast.expr | None:
    ordered = [*arguments.posonlyargs, *arguments.args]
    if parameter in ordered:
        index = ordered.index(parameter) - len(ordered) + len(arguments.defaults)
        return arguments.defaults[index] if index >= 0 else None
    if parameter in arguments.kwonlyargs:
        return arguments.kw_defaults[arguments.kwonlyargs.index(parameter)]
    return None


def key_of(node: ast.expr) -> ast.Constant | None:
    """The name in ``os.environ["NAME"]``, ``os.getenv("NAME")`` and their like."""
    if isinstance(node, ast.Subscript):
        if _last(node.value) == "environ" and _is_text(node.slice):
            assert isinstance(node.slice, ast.Constant)
            return node.slice
        return None
    if not isinstance(node, ast.Call) or not node.args or not _is_text(node.args[0]):
        return None
    name = _last(node.func)
    from_environ = (
        isinstance(node.func, ast.Attribute)
        and name in ("get", "pop", "setdefault")
        and _last(node.func.value) == "environ"
    )
    first = node.args[0]
    assert isinstance(first, ast.Constant)
    return first if from_environ or name == "getenv" else None


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
