"""A finding as a hover shows it: what is wrong here, what this code becomes, what to know."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from textwrap import dedent

from unspool_rules.catalogue.entry import Entry
from unspool_rules.catalogue.index import lookup, members, shared
from unspool_rules.model import Certainty, Edit, Finding, LineIndex, Span, apply_edits
from unspool_rules.rules.page import fence, table
from unspool_rules.rules.registry import rule
from unspool_rules.syntax.fields import walk

_MOST_LINES = 30
"""The longest piece of code that still reads well in a hover."""


def explain(finding: Finding, source: str, today: date) -> str:
    """A finding in Markdown.

    Args:
        finding: of an analysis of the source.
        source: the text that was analysed.
        today: decides whether a retirement lies behind or ahead.
    """
    entry = lookup(finding.symbol) or shared(finding.symbol)
    parts = [f"**{finding.code} {finding.name}**: {finding.message}."]
    parts += _retirement(finding, today)
    parts += _change(finding, source)
    parts += _blockers(finding, source)
    if entry is not None:
        parts += _maps(entry, finding, source)
    found = rule(finding.code)
    if found is not None:
        parts.append(f"[{found.summary[:1].upper()}{found.summary[1:]}]({found.url})")
    return "\n\n".join(part for part in parts if part)


def _retirement(finding: Finding, today: date) -> Iterator[str]:
    if finding.certainty is Certainty.PROBABLE:
        yield "The client's type is not known here: only the shape of the code says what it is."
    if finding.retirement is None:
        return
    days = (finding.retirement - today).days
    day = finding.retirement.isoformat()
    if days > 0:
        yield f"Retirement: {day}, in {days} day{'' if days == 1 else 's'}."
    else:
        yield f"Retirement: {day}. The service is switched off, and the call fails."


# -- the user's own code ---------------------------------------------------------------------------


def _change(finding: Finding, source: str) -> Iterator[str]:
    if finding.fix is None:
        return
    before, after = own_change(finding.span, source, finding.fix.render())
    if before != after:
        yield f"{finding.fix.title}, from"
        yield fence(before)
        yield "to" if after.strip() else "to nothing."
        if after.strip():
            yield fence(after)
    word = "Safe to apply" if finding.fix.safe else "Look at this before applying it"
    yield f"{word}:" if finding.fix.notes else f"{word}."
    yield _bullets(finding.fix.notes)


def own_change(span: Span, source: str, edits: tuple[Edit, ...]) -> tuple[str, str]:
    """The whole lines around a span that the edits change, before and after, without indent."""
    lines = LineIndex(source)
    start, end = lines.line_start(span.start), lines.line_end(span.end)
    within: set[Edit] = set()
    while True:
        more = {e for e in edits if e.span.start < end and e.span.end >= start} - within
        if not more:
            break
        within |= more
        start = min(start, *(lines.line_start(e.span.start) for e in more))
        end = max(end, *(lines.line_end(max(e.span.end - 1, e.span.start)) for e in more))
    moved = [
        Edit(Span(max(e.span.start - start, 0), min(e.span.end, end) - start), e.text)
        for e in within
    ]
    before = source[start:end]
    return _cut(before), _cut(apply_edits(before, moved))


def _cut(code: str) -> str:
    lines = dedent(code.replace("\r\n", "\n").replace("\r", "\n")).strip("\n").split("\n")
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], "..."]
    return "\n".join(lines)


# -- what stands in the way ------------------------------------------------------------------------


def _blockers(finding: Finding, source: str) -> Iterator[str]:
    if not finding.blockers:
        return
    lines = LineIndex(source)
    yield "No fix is offered:"
    yield _bullets(
        f"line {lines.line_of(blocker.span.start) + 1}: {blocker.message}"
        for blocker in finding.blockers
    )


def _bullets(texts: Iterator[str] | tuple[str, ...]) -> str:
    return "\n".join(f"- {text}" for text in dict.fromkeys(texts))


# -- what the catalogue knows ----------------------------------------------------------------------


def _maps(entry: Entry, finding: Finding, source: str) -> Iterator[str]:
    given = _given(finding.span, source)
    params = {name: text for name, text in entry.params.items() if given is None or name in given}
    yield table(("Parameter", "New place"), _lines(params))
    yield table(("Result", "New place"), _lines(entry.results))
    yield table(("Member", "New place"), _lines(_members(finding.symbol, entry, source)))
    if entry.notes:
        yield entry.notes


def _members(symbol: str, entry: Entry, source: str) -> dict[str, str]:
    """What becomes of the methods and attributes of a class that the text has the names of."""
    return {
        name: row.target or row.blocked or ""
        for name, row in members(symbol).items()
        if name not in entry.results and re.search(rf"\b{name}\b", source)
    }


def _lines(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((f"`{name}`", text) for name, text in words.items())


def _given(span: Span, source: str) -> frozenset[str] | None:
    """The keywords of the call whose function stands at a span; None when it has others, too."""
    lines = LineIndex(source)
    where = lines.position(span.start)
    for node in _calls(source):
        if _starts(node.func, where, lines) == span:
            if node.args or any(keyword.arg is None for keyword in node.keywords):
                return None
            return frozenset(keyword.arg or "" for keyword in node.keywords)
    return None


@lru_cache(maxsize=1)  # who points at one call will point at others
def _calls(source: str) -> tuple[ast.Call, ...]:
    try:
        return tuple(node for node in walk(ast.parse(source)) if isinstance(node, ast.Call))
    except (SyntaxError, ValueError, RecursionError):
        return ()


def _starts(node: ast.expr, where: tuple[int, int], lines: LineIndex) -> Span | None:
    """The span of a node that starts at a place (``ast`` counts columns in UTF-8 bytes)."""
    if node.lineno - 1 != where[0] or node.end_lineno is None or node.end_col_offset is None:
        return None
    start = _offset(node.lineno, node.col_offset, lines)
    return Span(start, _offset(node.end_lineno, node.end_col_offset, lines))


def _offset(line: int, column: int, lines: LineIndex) -> int:
    start = lines.starts[line - 1]
    text = lines.source[start : lines.line_end(start)].encode(errors="surrogatepass")
    return start + len(text[:column].decode(errors="surrogatepass"))
