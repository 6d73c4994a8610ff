"""A further item of a ``with`` statement."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from typing import TYPE_CHECKING

from unspool_rules.model import Edit, Span

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering

_WITH_HEAD = re.compile(r"(?:async\s+)?with\s*(?P<open>\()(?:\s|#[^\n]*)*")
_WITH_TAIL = re.compile(r"\s*,?(?:\s|#[^\n]*)*(?P<close>\))\s*:")


def further_item(r: Rendering, within: ast.With | ast.AsyncWith, item: str) -> list[Edit] | None:
    """Edits that put an item behind the others; None where it has to stand in the block."""
    end = r.tree.span(_end(within.items[-1])).end
    around = _parentheses(r, within)
    if around is not None:
        return _in_parentheses(r, within, around, item)
    start = r.tree.lines.line_start(end)
    line = r.tree.source[start : r.tree.lines.line_end(end)].rstrip("\r\n")
    code = r.tree.source[end : r.tree.lines.line_end(end)].strip()
    fits = len(line) + len(item) + 6 <= r.limit
    shared = r.tree.lines.line_of(end) + 1 == within.body[0].lineno
    if code.startswith(":") and (fits or shared):
        return [Edit(Span(end, end), f", {item}")]
    return None


def _parentheses(r: Rendering, within: ast.With | ast.AsyncWith) -> Span | None:
    """What stands between the parentheses around all items, if there are any."""
    source, start = r.tree.source, r.tree.span(within).start
    first = r.tree.span(within.items[0].context_expr).start
    end = r.tree.span(_end(within.items[-1])).end
    head = _WITH_HEAD.fullmatch(source, start, first)
    tail = _WITH_TAIL.match(source, end)
    if head is None or tail is None:
        return None
    inside = Span(head.start("open") + 1, tail.start("close"))
    text = source[inside.start : inside.end]
    return inside if _is_balanced(text) else None


def _in_parentheses(
    r: Rendering, within: ast.With | ast.AsyncWith, around: Span, item: str
) -> list[Edit]:
    source, lines, newline = r.tree.source, r.tree.lines, r.newline
    first = r.tree.span(within.items[-1].context_expr).start
    end = r.tree.span(_end(within.items[-1])).end
    if lines.line_of(around.start) == lines.line_of(around.end):
        line = source[lines.line_start(end) : around.end]
        if len(line) + len(item) + 4 <= r.limit:
            return [Edit(Span(end, around.end), f", {item}")]
        return _spread(r, within, around, item)
    start = lines.line_start(first)
    indent = source[start:first]
    if start < around.start:
        indent = " " * (around.start - start)
    indent = indent[: len(indent) - len(indent.lstrip())]
    if lines.line_of(end) == lines.line_of(around.end):
        return [Edit(Span(end, around.end), f",{newline}{indent}{item}")]
    rest = source[end : lines.line_end(end)].split("#")[0]
    comma = [Edit(Span(end, end), ",")] if "," not in rest else []
    place = lines.line_end(end)
    return [*comma, Edit(Span(place, place), f"{indent}{item},{newline}")]


def _spread(r: Rendering, within: ast.With | ast.AsyncWith, around: Span, item: str) -> list[Edit]:
    """One item a line, in a statement that would be too long."""
    newline, outer = r.newline, r.tree.indent(within)
    inner = f"{newline}{outer}    "
    previous = around.start
    edits: list[Edit] = []
    for one in within.items:
        start = r.tree.span(one.context_expr).start
        comma = "," if previous != around.start else ""
        edits.append(Edit(Span(previous, start), comma + inner))
        previous = r.tree.span(_end(one)).end
    edits.append(Edit(Span(previous, around.end), f",{inner}{item},{newline}{outer}"))
    return edits


def _is_balanced(text: str) -> bool:
    """Whether every bracket of a text is opened and closed within it."""
    depth = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(f"({text})").readline):
            if token.type == tokenize.OP and token.string in "([{":
                depth += 1
            elif token.type == tokenize.OP and token.string in ")]}":
                depth -= 1
                if not depth:
                    return token.end[1] == len(token.line.rstrip("\n"))
    except (tokenize.TokenError, SyntaxError):
        pass
    return False


def _end(item: ast.withitem) -> ast.expr:
    """What an item of a ``with`` statement ends in."""
    return item.optional_vars or item.context_expr
