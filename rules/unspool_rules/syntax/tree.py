"""A parsed file: nodes, their parents, and where each stands in code points."""

from __future__ import annotations

import ast
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

from unspool_rules.model import LineIndex, Span
from unspool_rules.syntax.fields import CHILD_FIELDS
from unspool_rules.syntax.fstrings import relocate
from unspool_rules.syntax.links import Finds
from unspool_rules.syntax.runners import Runner

A = TypeVar("A", bound=ast.AST)
B = TypeVar("B", bound=ast.AST)
C = TypeVar("C", bound=ast.AST)
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


class SharedTreeError(Exception):
    """A plan would alter a tree that others look at: it needs one of its own."""


class Tree:
    """One text and its tree.

    Raises:
        SyntaxError: the text is no valid Python; also for what CPython reports as a value error
            (null bytes) or by running out of stack.
    """

    def __init__(
        self, source: str, borders: Sequence[int] = (), finds: Finds | None = None
    ) -> None:
        """Parse a text.

        Args:
            source: of one module, or of several, one below the other.
            borders: where the modules after the first one begin, each behind an empty line.
            finds: which of several modules another one imports.
        """
        self.source = source
        self.lines = LineIndex(source)
        # A byte order mark is no Python; a form feed in its place means nothing and is as long.
        self._text = "\f" + source[1:] if source.startswith("\ufeff") else source
        try:
            self.module = ast.parse(self._text)
        except (ValueError, RecursionError, MemoryError) as error:
            raise SyntaxError(str(error)) from error
        self.borders = tuple(borders)
        self.finds = finds
        self._ascii = self._text.isascii()
        self._spans: dict[ast.AST, Span] = {}
        self.parents: dict[ast.AST, ast.AST] = {}
        self.placed: dict[ast.AST, list[ast.AST]] = {}
        """Made-up nodes by what they stand in."""
        self._homes: dict[ast.AST, int] = {}
        """The modules of made-up nodes."""
        self.nodes: list[ast.AST] = []
        self.immediate: set[ast.AST] = set()
        """Each ``lambda`` that only stands around a call which is run at once, in a thread."""
        self.runners: dict[ast.Call, Runner] = {}
        """Calls of the program's own functions that only call what they are given."""
        self.runner_parameters: set[ast.arg] = set()
        """What those functions call."""
        self._of: dict[tuple[type[ast.AST], ...], tuple[ast.AST, ...]] = {}
        self.altered = False
        """Whether a plan has put nodes in, or hidden any."""
        self.shared = False
        """Whether several plans look at it, so that none of them may alter it."""
        self.modules = self._split() if self.borders else (self.module,)
        self._link()

    def _split(self) -> tuple[ast.Module, ...]:
        """A module for each part of the text."""
        bodies: list[list[ast.stmt]] = [[] for _ in range(len(self.borders) + 1)]
        for statement in self.module.body:
            first = head(statement)
            bodies[self.part_at(self._offset(first.lineno, first.col_offset))].append(statement)
        return tuple(ast.Module(body, []) for body in bodies)

    def part_at(self, offset: int) -> int:
        """The number of the module, from 0 on, that an offset lies in."""
        return bisect_right(self.borders, offset)

    def part_of(self, node: ast.AST) -> int:
        """The number of the module that a node stands in."""
        if not self.borders:
            return 0
        while node not in self._homes and not hasattr(node, "lineno"):
            node = self.parents[node]
        home = self._homes.get(node)
        return self.part_at(self.span(node).start) if home is None else home

    def module_of(self, node: ast.AST) -> ast.Module:
        """The module that a node stands in."""
        return node if isinstance(node, ast.Module) else self.modules[self.part_of(node)]

    def extent(self, part: int) -> Span:
        """The part of the text that a module takes."""
        starts = (0, *self.borders)
        last = part == len(self.borders)
        return Span(starts[part], len(self.source) if last else self.borders[part] - 1)

    def _link(self) -> None:
        stack: list[ast.AST] = [*self.modules]
        parents, nodes = self.parents, self.nodes
        fix_strings = sys.version_info < (3, 12)
        while stack:
            node = stack.pop()
            nodes.append(node)
            kind = node.__class__
            if fix_strings and isinstance(node, ast.JoinedStr) and "formatted" not in node.__dict__:
                self._spans.update(relocate(node, self.source, self.span(node)))
            for name in CHILD_FIELDS[kind]:
                child = getattr(node, name, None)
                if child.__class__ is list:
                    for one in child:
                        if isinstance(one, ast.AST):
                            parents[one] = node
                            stack.append(one)
                elif isinstance(child, ast.AST):
                    parents[child] = node
                    stack.append(child)

    @overload
    def of(self, one: type[A], /) -> tuple[A, ...]: ...
    @overload
    def of(self, one: type[A], two: type[B], /) -> tuple[A | B, ...]: ...
    @overload
    def of(self, one: type[A], two: type[B], three: type[C], /) -> tuple[A | B | C, ...]: ...
    @overload
    def of(self, *kinds: type[A]) -> tuple[A, ...]: ...

    def of(self, *kinds: type[ast.AST]) -> tuple[ast.AST, ...]:
        """The nodes of exactly these classes, in the order of ``nodes``."""
        if kinds not in self._of:
            wanted = frozenset(kinds)
            self._of[kinds] = tuple(n for n in self.nodes if n.__class__ in wanted)
        return self._of[kinds]

    @cached_property
    def classes(self) -> dict[str, ast.ClassDef]:
        """Classes by name; of several with one name, the one that comes first in ``nodes``."""
        return {n.name: n for n in reversed(self.of(ast.ClassDef))}

    @cached_property
    def calls_in(self) -> dict[FunctionNode | None, list[ast.Call]]:
        """Calls by the innermost functions around them."""
        found: dict[FunctionNode | None, list[ast.Call]] = {}
        for call in self.of(ast.Call):
            found.setdefault(self.function(call), []).append(call)
        return found

    def span(self, node: ast.AST) -> Span:
        """Where an expression or statement stands (decorators are not part of a definition)."""
        known = self._spans.get(node)
        if known is None:
            placed: Any = node  # only nodes with a place are asked for
            known = Span(
                self._offset(placed.lineno, placed.col_offset),
                self._offset(placed.end_lineno, placed.end_col_offset),
            )
            self._spans[node] = known
        return known

    def _offset(self, line: int, column: int) -> int:
        start = self.lines.starts[line - 1]
        if self._ascii:
            return start + column
        end = self.lines.starts[line] if line < len(self.lines.starts) else len(self.source)
        text = self._text[start:end]
        if text.isascii():
            return start + column
        return start + len(text.encode("utf-8")[:column].decode("utf-8", "ignore"))

    def place(self, node: ast.AST, start: int, end: int, parent: ast.AST) -> None:
        """Give a made-up node a place, so that it can be edited like one of the file's own."""
        self.alter()
        self._spans[node] = Span(start, end)
        self._homes[node] = self.part_of(parent)
        self.parents[node] = parent
        self.placed.setdefault(parent, []).append(node)

    def hide(self, node: ast.AST, behind: ast.AST) -> None:
        """Let a node stand in a made-up one that takes its place."""
        self.alter()
        self.parents[node] = behind

    def alter(self) -> None:
        """Say that the tree is not what the text says any more.

        Raises:
            SharedTreeError: other plans of the file look at the tree as well.
        """
        if self.shared:
            raise SharedTreeError
        self.altered = True

    def respell(self, node: ast.Subscript | ast.Call, base: ast.expr, name: str) -> ast.Attribute:
        """Read an item, or ``get`` it, as the attribute of that name, in place; the text stays."""
        item: ast.AST = node
        item.__class__ = ast.Attribute
        for field in ("slice", "func", "args", "keywords"):
            item.__dict__.pop(field, None)
        item.__dict__.update(value=base, attr=name, ctx=ast.Load())
        self.parents[base] = item
        self._of.clear()
        assert isinstance(item, ast.Attribute)
        return item

    def segment(self, node: ast.AST) -> str:
        span = self.span(node)
        return self.source[span.start : span.end]

    def quote(self, node: ast.AST) -> str:
        """What an annotation in quotes stands in; nothing where it is written without."""
        return self.segment(node)[0] if isinstance(node, ast.Constant) else ""

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The node's parents, nearest first."""
        current = self.parents.get(node)
        while current is not None:
            yield current
            current = self.parents.get(current)

    def statement(self, node: ast.AST) -> ast.stmt:
        """The innermost statement that holds the node (the node itself when it is one)."""
        current: ast.AST | None = node
        while current is not None and not isinstance(current, ast.stmt):
            current = self.parents.get(current)
        assert current is not None
        return current

    def function(self, node: ast.AST) -> FunctionNode | None:
        """The innermost function around the node."""
        for parent in self.ancestors(node):
            if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                if parent not in self.immediate:
                    return parent
        return None

    def owner(self, node: ast.AST) -> ast.ClassDef | None:
        """The class whose method the node stands in."""
        for parent in self.ancestors(node):
            if isinstance(parent, ast.ClassDef):
                return parent
        return None

    def block_of(self, statement: ast.stmt) -> list[ast.stmt]:
        """The list of statements that a statement is a member of."""
        parent = self.parents[statement]
        for name in ("body", "orelse", "finalbody", "handlers"):
            block = getattr(parent, name, None)
            if isinstance(block, list) and any(s is statement for s in block):
                return block
        raise LookupError("statement without a block")

    def stands_alone(self, statement: ast.stmt) -> bool:
        """Whether a statement shares its lines with no other code."""
        span = self.span(statement)
        start = self.lines.line_start(span.start)
        tail = self.source[span.end : self.lines.line_end(span.end)].strip()
        return not self.source[start : span.start].strip() and (not tail or tail.startswith("#"))

    def indent(self, statement: ast.AST) -> str:
        """The white space that the statement's line begins with."""
        start = self.lines.line_start(self.span(statement).start)
        end = start
        while end < len(self.source) and self.source[end] in " \t\f":
            end += 1
        return self.source[start:end]

    def is_awaited(self, node: ast.AST) -> bool:
        return isinstance(self.parents.get(node), ast.Await)


def head(statement: ast.stmt) -> ast.expr | ast.stmt:
    """What a statement begins with: its first decorator, if it has any."""
    decorators = getattr(statement, "decorator_list", None)
    return decorators[0] if decorators else statement
