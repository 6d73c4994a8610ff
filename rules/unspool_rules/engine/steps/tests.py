"""What is asked of steps, their details and calls around a place: tests, and mere looks."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.steps import CLASSES, DETAILS
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.guards import conjuncts, holding
from unspool_rules.syntax.names import last_name

_PLAIN = frozenset({"len", "str", "repr", "bool"})


class StepTests:
    """Reads of a value that say something about it, and those that only show it."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.tree = work.tree

    def is_looked_at(self, node: ast.expr, parent: ast.AST | None) -> bool:
        """Whether a value is only shown, or tested for being there."""
        return self.tested(node, parent) or self.shown(parent)

    def tested(self, node: ast.expr, parent: ast.AST | None) -> bool:
        if isinstance(parent, (ast.If, ast.IfExp, ast.While)):
            return parent.test is node
        if isinstance(parent, ast.Compare) and parent.left is node:
            return is_missing(parent.comparators[0]) and len(parent.ops) == 1
        return isinstance(parent, ast.BoolOp) or (
            isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
        )

    def shown(self, parent: ast.AST | None) -> bool:
        if isinstance(parent, (ast.FormattedValue, ast.Expr)):
            return True
        if not isinstance(parent, ast.Call):
            return False
        plain = isinstance(parent.func, ast.Name) and parent.func.id in _PLAIN
        return plain or last_name(parent.func) in SPEAKERS

    def only_shown(self, parent: ast.AST | None) -> bool:
        """Whether a name takes a value that is only shown then."""
        if not isinstance(parent, ast.Assign) or len(parent.targets) != 1:
            return False
        target = parent.targets[0]
        if not isinstance(target, ast.Name):
            return False
        scopes = self.work.facts.scopes
        variable = scopes.variable(target)
        reads = scopes.reads(variable) if variable is not None else ()
        return all(self.shown(self.tree.parents.get(use)) for use in reads)

    def key(self, node: ast.expr) -> tuple[ast.expr | None, str | None]:
        """What is read of a value, as an attribute, by key or with ``get``."""
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Attribute):
            called = self.tree.parents.get(parent)
            if parent.attr == "get" and isinstance(called, ast.Call) and called.args:
                return called, self.work.string_value(called.args[0])
            return parent, parent.attr
        if isinstance(parent, ast.Subscript) and parent.value is node:
            return parent, self.work.string_value(parent.slice)
        if isinstance(parent, ast.Call) and getattr(parent.func, "id", "") == "getattr":
            if parent.args[0] is node and len(parent.args) > 1:
                return parent, self.work.string_value(parent.args[1])
        return None, None

    def inside(self, outer: ast.expr, node: ast.expr, kind: str) -> bool:
        """Whether a test around the place says of which kind the step is."""
        shapes = {ast.dump(node)}
        if isinstance(node, ast.Attribute):
            shapes.add(ast.dump(node.value))
        return any(
            self._is_of(said, shapes, kind)
            for above, test in holding(self.tree, outer)
            if isinstance(above, ast.If)
            for said in conjuncts(test)
        )

    def _is_of(self, test: ast.expr, shapes: set[str], kind: str) -> bool:
        if isinstance(test, ast.Call) and getattr(test.func, "id", "") == "isinstance":
            names = [
                t.name.rpartition(".")[2]
                for t in self.work.infer.of(test.args[-1])
                if isinstance(t, Class)
            ]
            tested = {DETAILS.get(n) for n in names}
            return ast.dump(test.args[0]) in shapes and tested == {kind}
        if not (isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Eq)):
            return False
        return self._is_type(test.left, shapes) and (
            self.work.string_value(test.comparators[0]) == kind
        )

    def _is_type(self, node: ast.expr, shapes: set[str]) -> bool:
        """Whether an expression reads the ``type`` of one of some values."""
        read = node.func if isinstance(node, ast.Call) else node
        base = read.value if isinstance(read, (ast.Attribute, ast.Subscript)) else None
        if isinstance(node, ast.Call) and base is None and node.args:
            base = node.args[0]
        return base is not None and ast.dump(base) in shapes and self.key(base) == (node, "type")

    def known(self, outer: ast.expr) -> bool:
        """Whether the list was tested for, is tested, or is only kept."""
        parent = self.tree.parents.get(outer)
        if self.tested(outer, parent) or self.shown(parent):
            return True
        shape = ast.dump(outer)
        return any(
            ast.dump(said) == shape
            for _, test in holding(self.tree, outer)
            for said in conjuncts(test)
        )

    def narrowed(self, node: ast.expr, kind: str, *, tested: bool = False) -> bool:
        """Whether a test around the place says what the call is.

        Args:
            tested: whether its type has to be tested, since the value is there for all types.
        """
        base = node.value if isinstance(node, ast.Attribute) else node
        shapes = {ast.dump(base), ast.dump(node)}
        return any(
            self._says(said, shapes, kind)
            for _, test in holding(self.tree, node)
            for said in conjuncts(test)
            if not (tested and isinstance(said, ast.Name))
        )

    def _says(self, test: ast.expr, shapes: set[str], kind: str) -> bool:
        if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Eq):
            return self._is_type(test.left, shapes) and (
                self.work.string_value(test.comparators[0]) == kind
            )
        if isinstance(test, ast.Call) and getattr(test.func, "id", "") == "isinstance":
            names = {
                t.name.rpartition(".")[2]
                for t in self.work.infer.of(test.args[-1])
                if isinstance(t, Class)
            }
            return ast.dump(test.args[0]) in shapes and {CLASSES.get(n) for n in names} == {kind}
        return isinstance(test, ast.Name) and ast.dump(test) in shapes


def default_of(read: ast.expr) -> ast.expr | None:
    """What ``get`` or ``getattr`` gives where there is no such field."""
    if not isinstance(read, ast.Call):
        return None
    number = 1 if isinstance(read.func, ast.Attribute) else 2
    return read.args[number] if len(read.args) > number else None
