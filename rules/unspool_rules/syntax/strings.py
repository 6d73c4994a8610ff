"""Where string literals stand in a text."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator

from unspool_rules.model import LineIndex, Span

_OPENS = ("FSTRING_START", "TSTRING_START")
_CLOSES = ("FSTRING_END", "TSTRING_END")


def strings(source: str) -> Iterator[Span]:
    """The literals that are in no other one, each with its prefix and quotes.

    Raises:
        SyntaxError, tokenize.TokenError: the text is not Python.
    """
    lines = LineIndex(source)
    # The tokenizer knows no byte order mark and no lone carriage returns; places stay.
    text = source.replace("\ufeff", "\f", 1) if source.startswith("\ufeff") else source
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    opened: list[tuple[int, int]] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        name = tokenize.tok_name[token.type]
        start = token.start
        if name in _OPENS:
            opened.append(start)
            continue
        if name in _CLOSES:
            start = opened.pop()
        elif token.type != tokenize.STRING:
            continue
        if not opened:
            (row, column), (last, end) = start, token.end
            yield Span(lines.offset(row - 1, column), lines.offset(last - 1, end))
