"""Calls around new code that takes several lines are broken as well, as a formatter would do."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from unspool_rules.model import Edit, Span, apply_edits
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, lay_out

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering


class _OpaqueError(Exception):
    """A shape of code that is left on its line."""


def texts_of(r: Rendering, nodes: Iterable[ast.AST]) -> Iterator[tuple[Span, str]]:
    """The new texts of replaced expressions, with what stands around them where that breaks, too.

    Args:
        nodes: replaced expressions that do not lie within each other.
    """
    outers = {node: _around(r, node) or node for node in nodes}
    known = set(outers.values())
    groups: dict[ast.AST, list[ast.AST]] = {}
    for node, outer in outers.items():  # what is called stands in the brackets of its arguments
        above = [a for a in r.tree.ancestors(outer) if a in known]
        groups.setdefault(above[-1] if above else outer, []).append(node)
    for outer, inner in groups.items():
        codes = {node: r.code(node) for node in inner}
        texts = [(r.tree.span(n), r.placed(n, r.tree.span(n), c)) for n, c in codes.items()]
        wide = None if outer in codes else _widened(r, outer, codes, texts)
        yield from texts if wide is None else [(r.tree.span(outer), wide)]


def _around(r: Rendering, node: ast.AST) -> ast.expr | None:
    """The outermost brackets on one line that a node stands in, itself or by what is read of it."""
    found: ast.expr | None = None
    current = node
    while True:
        parent = r.tree.parents.get(current)
        if isinstance(parent, (ast.Call, ast.List, ast.Set, ast.Dict)):
            if not isinstance(parent, ast.Call) or parent.func is not current:
                text = r.tree.segment(parent)
                if "\n" in text or "#" in text:
                    return found
                found = parent
        elif not isinstance(
            parent,
            (
                *(ast.keyword, ast.Starred, ast.Attribute, ast.Subscript, ast.Await),
                *(ast.JoinedStr, ast.FormattedValue),
            ),
        ):
            return found
        current = parent


def _widened(
    r: Rendering, outer: ast.AST, codes: dict[ast.AST, Code], texts: list[tuple[Span, str]]
) -> str | None:
    """The brackets around new code on lines of their own; None where one line holds them."""
    tree = r.tree
    span = tree.span(outer)
    start, end = tree.lines.line_start(span.start), tree.lines.line_end(span.end)
    line = tree.source[start:end].rstrip()
    edits = [Edit(Span(s.start - start, s.end - start), text) for s, text in texts]
    together = apply_edits(line, sorted(edits))
    if "\n" not in together and (len(together) <= r.limit or len(line) > r.limit):
        return None
    if any(map(_is_long, codes.values())):
        return None
    try:
        same = flat(_Shape(r, {n: tree.segment(n) for n in codes}).of(outer))
        if same is None or _dumped(same) != _dumped(tree.segment(outer)):
            return None
        shape = _Shape(r, codes)
        code = shape.of(outer)
        if shape.used != set(codes):
            return None
    except (_OpaqueError, SyntaxError):
        return None
    indent = line[: len(line) - len(line.lstrip())]
    rest = r.line_rest(span.end)
    return lay_out(code, indent=indent, column=span.start - start, limit=r.limit, reserve=rest)


def _dumped(text: str) -> str:
    return ast.dump(ast.parse(text, mode="eval"))


def _is_long(code: Code) -> bool:
    """Whether a part of the code takes several lines, which would stand wrong further in."""
    if isinstance(code, str):
        return "\n" in code
    return any(_is_long(item.value) for item in code.items)


class _Shape:
    """Source code as brackets and items, with other code for some of its nodes."""

    def __init__(self, r: Rendering, codes: dict[ast.AST, Code]) -> None:
        self._r = r
        self._tree = r.tree
        self._codes = codes
        self.used: set[ast.AST] = set()
        """The nodes whose new code stands in the shape."""
        self._changed: set[ast.AST] = {n for node in codes for n in (node, *r.tree.ancestors(node))}
        self._holders = {above for node in codes for above in self._tree.ancestors(node)}

    def of(self, node: ast.AST) -> Code:
        if node in self._codes:
            self.used.add(node)
            return self._codes[node]
        if node not in self._holders:
            return self._tree.segment(node)
        if isinstance(node, ast.Call):
            return self._call(node)
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            return self._followed(node.value, node)
        if isinstance(node, ast.Await):
            inner = self.of(node.value)
            if isinstance(inner, str):
                return f"await {inner}"
            return replace(inner, head=f"await {inner.head}")
        if isinstance(node, (ast.List, ast.Set)):
            opening, closing = ("[", "]") if isinstance(node, ast.List) else ("{", "}")
            return Brackets("", tuple(self._item(n) for n in node.elts), opening, closing)
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            return Brackets("", tuple(self._pair(k, v) for k, v in pairs), "{", "}")
        if isinstance(node, ast.JoinedStr):
            return self._joined(node)
        raise _OpaqueError

    def _call(self, node: ast.Call) -> Code:
        given = sorted([*node.args, *node.keywords], key=lambda a: self._tree.span(a).start)
        head = self._tree.segment(node.func)
        if node.func in self._holders or node.func in self._codes:
            called = self.of(node.func)
            if not isinstance(called, str) or not {*node.args, *node.keywords} & self._changed:
                return self._followed(node.func, node)
            head = called
        return Brackets(head, tuple(self._item(n) for n in given))

    def _item(self, node: ast.AST) -> Item:
        if isinstance(node, ast.keyword):
            return Item(self.of(node.value), f"{node.arg}=" if node.arg else "**")
        if isinstance(node, ast.Starred):
            return Item(self.of(node.value), "*")
        return Item(self.of(node))

    def _pair(self, key: ast.expr | None, value: ast.expr) -> Item:
        return Item(self.of(value), "**" if key is None else f"{self._tree.segment(key)}: ")

    def _followed(self, base: ast.expr, node: ast.expr) -> Code:
        """What is read of, or called on, something that holds new code."""
        inner = self.of(base)
        rest = self._tree.source[self._tree.span(base).end : self._tree.span(node).end]
        if isinstance(inner, str):
            return inner + rest
        return replace(inner, tail=inner.tail + rest)

    def _joined(self, node: ast.JoinedStr) -> str:
        span = self._tree.span(node)
        edits = []
        for inner, code in self._codes.items():
            place = self._tree.span(inner)
            if span.start <= place.start and place.end <= span.end:
                self.used.add(inner)
                text = self._r.placed(inner, place, code)
                edits.append(Edit(Span(place.start - span.start, place.end - span.start), text))
        return apply_edits(self._tree.source[span.start : span.end], sorted(edits))
