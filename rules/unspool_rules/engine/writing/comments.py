"""The file's comments, and those of a call's arguments, which new calls take over."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterable
from functools import cached_property

from unspool_rules.model import Span
from unspool_rules.syntax.comments import NO_COMMENTS, CallComments, comments_of_call
from unspool_rules.syntax.tree import Tree


class Comments:
    """Where the comments of one file stand."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._calls: dict[ast.Call, CallComments] = {}

    def left(self, call: ast.Call, used: Iterable[ast.expr | None]) -> tuple[str, ...]:
        """Comments of a call's arguments that have no place in the new call."""
        known = set(used)
        comments = self._of_call(call)
        found: list[str] = []
        for index, argument in enumerate(_ordered(call)):
            if argument not in known:
                found += comments.above.get(index, ())
                if index in comments.behind:
                    found.append(comments.behind[index])
        return (*found, *comments.below)

    def _of_call(self, call: ast.Call) -> CallComments:
        if call not in self._calls:
            segment = self._tree.segment(call)
            self._calls[call] = comments_of_call(segment) if "#" in segment else NO_COMMENTS
        return self._calls[call]

    def _owner(self, argument: ast.expr) -> tuple[ast.Call, int] | None:
        parent = self._tree.parents.get(argument)
        if isinstance(parent, ast.keyword):
            parent = self._tree.parents.get(parent)
        if not isinstance(parent, ast.Call) or getattr(parent.func, "id", "") == "dict":
            return None  # a dictionary's comments stay where it is, or where it was
        ordered = _ordered(parent)
        return (parent, ordered.index(argument)) if argument in ordered else None

    def above(self, argument: ast.expr) -> tuple[str, ...]:
        """Comments on the lines above an argument of a call."""
        place = self._owner(argument)
        return self._of_call(place[0]).above.get(place[1], ()) if place else ()

    def behind(self, argument: ast.expr) -> str:
        """The comment behind an argument, on its line."""
        place = self._owner(argument)
        return self._of_call(place[0]).behind.get(place[1], "") if place else ""

    @cached_property
    def _all(self) -> list[tuple[Span, str]]:
        """Every comment of the file."""
        found = []
        reader = io.StringIO(self._tree.source, newline="").readline
        lines = self._tree.lines
        for token in tokenize.generate_tokens(reader):
            if token.type == tokenize.COMMENT:
                start = lines.offset(token.start[0] - 1, token.start[1])
                text = token.string.rstrip("\r\n")
                found.append((Span(start, start + len(text)), text))
        return found

    def within(self, span: Span, spared: Iterable[Span] = ()) -> list[str]:
        """Comments of a range that do not lie in the spared parts of it."""
        kept = list(spared)
        return [
            text
            for place, text in self._all
            if span.contains(place) and not any(k.contains(place) for k in kept)
        ]


def comment_tokens(text: str) -> list[str]:
    """Comments of an expression's text."""
    reader = io.StringIO(f"({text}\n)").readline
    try:
        tokens = list(tokenize.generate_tokens(reader))
    except (tokenize.TokenError, SyntaxError):
        return []
    return [t.string.rstrip("\r\n") for t in tokens if t.type == tokenize.COMMENT]


def _ordered(call: ast.Call) -> list[ast.expr]:
    """Argument values in source order."""
    values = [*call.args, *(k.value for k in call.keywords)]
    return sorted(values, key=lambda v: (v.lineno, v.col_offset))
