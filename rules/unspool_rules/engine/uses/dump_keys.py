"""Where a dump is read by key: in place, under its names, and behind functions it goes through."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.semantics.reaching import reaching
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.names import last_name

Key = tuple[ast.expr, ast.expr, str]
"""Where a dict is read by a key that is a string: the reading, the key, and its text."""

TEXT = "text.value"
"""What stands for the key of a text that may be one of a message's dump."""


def keys(
    work: Work, made: ast.expr, base: ast.expr, is_such: Callable[[ast.expr], bool]
) -> Iterator[Key]:
    """What is read of a dump by key.

    Args:
        made: the dump.
        base: what is dumped.
        is_such: whether an expression holds what is looked for: where a function dumps what it is
            given and returns the dump, the other calls of it are of no interest.
    """
    return _Reading(work, base, is_such).of(made)


_SAME = ("list", "tuple", "reversed", "sorted")
"""Functions that give the elements that they are given."""


def _is_element(node: ast.expr, parent: ast.AST | None) -> bool:
    if isinstance(parent, (ast.ListComp, ast.GeneratorExp)):
        return parent.elt is node
    return isinstance(parent, (ast.List, ast.Tuple)) and isinstance(parent.ctx, ast.Load)


class _Reading:
    def __init__(self, work: Work, base: ast.expr, is_such: Callable[[ast.expr], bool]) -> None:
        self.work = work
        self.is_such = is_such
        self.dumps = work.tree.function(base)
        """The function that makes the dump."""
        variable = work.variable_of(base)
        bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
        self.parameter = next((b.node for b in bindings if isinstance(b.node, ast.arg)), None)
        self._seen: set[ast.AST] = set()

    def of(self, node: ast.expr) -> Iterator[Key]:
        if node in self._seen:
            return
        self._seen.add(node)
        parent = self.work.tree.parents.get(node)
        key: ast.expr | None = None
        reading: ast.AST | None = parent
        if isinstance(parent, ast.Subscript) and parent.value is node:
            key = parent.slice
        elif isinstance(parent, ast.Compare) and isinstance(parent.ops[0], (ast.In, ast.NotIn)):
            key = parent.left
        elif isinstance(parent, ast.Attribute) and parent.attr in ("get", "pop"):
            reading = self.work.tree.parents.get(parent)
            key = reading.args[0] if isinstance(reading, ast.Call) and reading.args else None
        elif (
            isinstance(parent, ast.Call) and last_name(parent.func) in ("loads", "dict")
        ) or isinstance(parent, ast.Await):
            yield from self.of(parent)
        elif isinstance(parent, ast.keyword):
            yield from self._given(node, self.work.tree.parents.get(parent))
        elif isinstance(parent, ast.Call):
            yield from self._given(node, parent)
        elif isinstance(parent, ast.Return):
            yield from self._returned(parent)
        elif (isinstance(parent, ast.Dict) and parent.keys[parent.values.index(node)] is None) or (
            isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.BitOr)
        ):
            own = {inner.value for inner in ast.walk(parent) if isinstance(inner, ast.Constant)}
            yield from (found for found in self.of(parent) if found[2] not in own)
        elif isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
            targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
            for target in targets:
                for use in self._held(target):
                    yield from self.of(use)
            yield from self._kept(targets)
        elif isinstance(parent, (ast.Dict, ast.Yield)):
            yield from self._anywhere()
        elif _is_element(node, parent) and isinstance(parent, ast.expr):
            yield from self._among(parent)
        if (
            isinstance(key, ast.Constant)
            and isinstance(key.value, str)
            and isinstance(reading, ast.expr)
        ):
            yield reading, key, key.value

    def _kept(self, targets: Sequence[ast.expr]) -> Iterator[Key]:
        if any(isinstance(target, (ast.Attribute, ast.Subscript)) for target in targets):
            yield from self._anywhere()

    def _anywhere(self) -> Iterator[Key]:
        """What may be read of a dump that is kept where its readers are not followed."""
        for node in self.work.tree.of(ast.Subscript):
            inner = node.value
            if isinstance(inner, ast.Subscript) and self.work.string_value(inner.slice) == "text":
                if self.work.string_value(node.slice) == "value" and not self.work.infer.of(inner):
                    yield node, node.slice, TEXT

    def _held(self, target: ast.expr) -> Iterator[ast.Name]:
        """Where a name is read that may hold what it is given at a place."""
        variable = self.work.variable_of(target)
        for use in self.work.facts.scopes.reads(variable) if variable is not None else ():
            if self._reaches(target, use):
                yield use

    def _among(self, holder: ast.expr) -> Iterator[Key]:
        """What is read by key of the elements of a list, some of which are dumps."""
        if holder in self._seen:
            return
        self._seen.add(holder)
        parent = self.work.tree.parents.get(holder)
        if isinstance(parent, ast.Subscript) and parent.value is holder:
            yield from (self._among if isinstance(parent.slice, ast.Slice) else self.of)(parent)
        elif isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is holder:
            for use in self._held(parent.target):
                yield from self.of(use)
        elif isinstance(parent, ast.Call) and last_name(parent.func) in _SAME:
            yield from self._among(parent)
        elif isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
            targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
            for use in (use for target in targets for use in self._held(target)):
                yield from self._among(use)
            yield from self._kept(targets)
        elif isinstance(parent, (ast.Dict, ast.Yield)):
            yield from self._anywhere()
        elif isinstance(parent, ast.Return):
            for call in self._callers(parent):
                yield from self._among(call)

    def _reaches(self, target: ast.expr, use: ast.expr) -> bool:
        """Whether a name may still hold at a place what it is given at another one."""
        if not isinstance(use, ast.Name):
            return True
        seen = reaching(self.work.tree, self.work.facts.scopes, use)
        return not seen or any(binding.node is target for binding in seen)

    def _given(self, node: ast.expr, call: ast.AST | None) -> Iterator[Key]:
        """What a function of the user reads of a dump that it is given."""
        if not isinstance(call, ast.Call):
            return
        if isinstance(call.func, ast.Attribute) and call.func.attr == "append":
            variable = self.work.variable_of(call.func.value)
            yield from self._kept([call.func.value])
            for use in self.work.facts.scopes.reads(variable) if variable is not None else ():
                yield from self._among(use)
        for callee in self.work.infer.of(call.func):
            if not isinstance(callee, UserFunction):
                continue
            parameter = parameter_for(callee.node, node, call, callee.bound)
            if parameter is not None:
                scopes = self.work.facts.scopes
                variable = scopes.lookup(parameter.arg, scopes.of_node[callee.node])
                for use in scopes.reads(variable) if variable is not None else ():
                    yield from self.of(use)

    def _returned(self, statement: ast.Return) -> Iterator[Key]:
        """What the callers of a function read of a dump that it gives back."""
        for call in self._callers(statement):
            yield from self.of(call)

    def _callers(self, statement: ast.Return) -> Iterator[ast.Call]:
        """Where what a function gives back arrives."""
        function = self.work.tree.function(statement)
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return
        for call, bound in calls_of(self.work.infer, function):
            if function is self.dumps and self.parameter is not None:
                given = (*call.args, *(keyword.value for keyword in call.keywords))
                told = [parameter_for(function, a, call, bound) for a in given]
                if self.parameter in told and not self.is_such(given[told.index(self.parameter)]):
                    continue
            yield call


__all__ = ["TEXT", "Key", "keys"]
