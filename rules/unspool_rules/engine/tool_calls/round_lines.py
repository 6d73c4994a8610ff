"""The lines of a round of tool calls, as they stand in the loop that takes the place of the old."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from textwrap import indent

from unspool_rules.engine.waiting.loopwriting import flush
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Edit, Span, apply_edits

_ENDS = {"else": "else:\n    break"}


def round_lines(
    r: Rendering,
    loop: ast.While | ast.For,
    test: ast.expr | None,
    body: list[ast.stmt],
    additions: Iterable[tuple[ast.stmt, str]],
) -> tuple[list[str], Span]:
    """The lines of a block, edited, that begin at column zero, and where they stood.

    Args:
        test: the test of the branch that the block is, where it is not the whole loop.
        additions: what comes behind some statements.
    """
    tree, source = r.tree, r.tree.source
    first, last = r.lines_span(body[0]), r.lines_span(body[-1])
    limit = tree.lines.line_end(tree.span(loop).start if test is None else tree.span(test).end)
    start = first.start
    while start > limit:
        above = tree.lines.line_start(start - 1)
        text = source[above:start].strip()
        if above < limit or (text and not text.startswith("#")):
            break
        start = above
    place = Span(start, last.end)
    edits = [e for s in body for e in _edits(r, s)]
    for statement, what in additions:
        at = r.lines_span(statement).end
        text = indent(_ENDS.get(what, what) + "\n", tree.indent(statement))
        if not source[:at].endswith("\n"):
            text = "\n" + text
        edits.append(Edit(Span(at, at), text))
    moved = [Edit(Span(e.span.start - start, e.span.end - start), e.text) for e in sorted(edits)]
    text = apply_edits(source[start : last.end], moved).replace("\r\n", "\n")
    return flush(text, len(tree.indent(body[0]))), place


def _edits(r: Rendering, statement: ast.stmt) -> Iterator[Edit]:
    if statement in r.rewritten:
        span, text = r.lines.statement_text(statement)
        yield Edit(span, text)
        return
    for child, span in r._inside(statement):
        if isinstance(child, ast.stmt):
            place, text = r.lines.statement_text(child)
            yield Edit(place, text)
        else:
            yield Edit(span, r._nested(child, span))
