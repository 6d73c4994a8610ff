"""Positions inside f-strings, which CPython before 3.12 gets wrong (two equal fields share one)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from unspool_rules.model import Span

_LITERAL = re.compile(r"([A-Za-z]{0,2})('''|\"\"\"|'|\")")
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


def relocate(node: ast.JoinedStr, source: str, span: Span) -> dict[ast.AST, Span]:
    """Parse each field of an f-string again and say where its nodes really stand.

    The fields' expressions are replaced by the newly parsed ones. A string whose fields cannot be
    paired with its text is left as it is, with the whole string as the place of every field, so
    that nothing inside it can be edited by mistake.
    """
    spans: dict[ast.AST, Span] = {}
    fields = list(_fields(node))
    try:
        texts = list(_texts(source, span))
    except (IndexError, ValueError):  # a string form that this reader does not know
        texts = []
    if len(fields) != len(texts):
        for field in fields:
            _mark(field.value, span, spans)
        return spans
    for field, (start, end) in zip(fields, texts, strict=True):
        expression = _parse(source[start:end])
        if expression is None or ast.dump(expression) != ast.dump(field.value):
            _mark(field.value, span, spans)
            continue
        lines = _LineStarts(source[start:end])
        for child in ast.walk(expression):
            if isinstance(child, (ast.expr, ast.keyword, ast.arg)):
                spans[child] = Span(
                    start + lines.offset(child.lineno, child.col_offset),
                    start + lines.offset(child.end_lineno or 1, child.end_col_offset or 0),
                )
        field.value = expression
        spans[field] = Span(start, end)
    return spans


def _mark(node: ast.AST, span: Span, spans: dict[ast.AST, Span]) -> None:
    for child in ast.walk(node):
        spans[child] = span


def _fields(node: ast.JoinedStr) -> Iterator[ast.FormattedValue]:
    node.__dict__["formatted"] = True
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            yield value
            if isinstance(value.format_spec, ast.JoinedStr):
                yield from _fields(value.format_spec)


def _parse(text: str) -> ast.expr | None:
    try:
        return ast.parse(f"({text}\n)", mode="eval").body
    except (SyntaxError, ValueError):
        return None


class _LineStarts:
    """Offsets in an expression that was parsed behind one opening parenthesis."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def offset(self, line: int, column: int) -> int:
        text = self._lines[line - 1] if line <= len(self._lines) else ""
        if line == 1:
            column -= 1
        before = sum(len(part) + 1 for part in self._lines[: line - 1])
        return before + len(text.encode("utf-8")[:column].decode("utf-8", "ignore"))


def _texts(source: str, span: Span) -> Iterator[tuple[int, int]]:
    """Start and end of each field's expression in a run of adjacent string literals."""
    at = span.start
    while at < span.end:
        if source[at] == "#":
            while at < span.end and source[at] not in "\r\n":
                at += 1
            continue
        match = _LITERAL.match(source, at, span.end)
        if match is None:
            at += 1
            continue
        prefix, quote = match.group(1).lower(), match.group(2)
        at = match.end()
        if "f" in prefix:
            spans, at = _literal(source, at, quote, "r" in prefix)
            yield from spans
        else:
            at = _close(source, at, quote)


def _close(source: str, at: int, quote: str) -> int:
    while not source.startswith(quote, at):
        at += 2 if source[at] == "\\" else 1
    return at + len(quote)


def _literal(source: str, at: int, quote: str, raw: bool) -> tuple[list[tuple[int, int]], int]:
    found: list[tuple[int, int]] = []
    while not source.startswith(quote, at):
        char = source[at]
        if char == "\\" and source[at + 1] not in "{}":
            at += 2
            if not raw and source[at - 1] == "N" and source[at] == "{":
                at = source.index("}", at) + 1
        elif char in "{}" and source[at + 1] == char:
            at += 2
        elif char == "{":
            at = _field(source, at + 1, found)
        else:
            at += 1
    return found, at + len(quote)


def _field(source: str, start: int, found: list[tuple[int, int]]) -> int:
    """Read one field; returns the offset behind its closing brace."""
    end = _expression_end(source, start)
    stop = end
    if source[stop] == "=" and source[stop + 1] in "!:}":
        stop += 1
    found.append((start, end))
    at = stop
    while source[at] != "}":
        if source[at] == "{":
            at = _field(source, at + 1, found)
        else:
            at += 1
    return at + 1


def _expression_end(source: str, at: int) -> int:
    closers: list[str] = []
    while True:
        char = source[at]
        if char in "'\"":
            quote = source[at : at + 3] if source.startswith(char * 3, at) else char
            at = _close(source, at + len(quote), quote)
            continue
        if char in _CLOSERS:
            closers.append(_CLOSERS[char])
        elif closers and char == closers[-1]:
            closers.pop()
        elif not closers and _ends(source, at):
            return at
        at += 1


def _ends(source: str, at: int) -> bool:
    char, after = source[at], source[at + 1]
    if char == "=":
        rest = source[at + 1 :].lstrip(" ")[:1]
        return rest in ("}", "!", ":") and source[at - 1] not in "=!<>"
    if char == "!":
        return after != "="
    return char in ":}"
