"""Quotes of the strings that a change writes: those of the project, or of most of the file."""

from __future__ import annotations

import re
import tokenize

from unspool_rules.model import Edit, Quotes, Span, apply_edits
from unspool_rules.syntax.strings import strings

_PLAIN = re.compile(r"""(?P<prefix>[A-Za-z]{0,2})(?P<quote>["'])(?P<body>[^"'\\\r\n]*)(?P=quote)""")


def in_quotes(source: str, edits: tuple[Edit, ...], quotes: Quotes | None) -> tuple[Edit, ...]:
    """The edits with their new strings in the right quotes.

    A string that the text has already is the person's own and stays as it is, and so does one
    that holds a quote or an escape.

    Args:
        source: the text before the edits.
        edits: what is done to it.
        quotes: what the project's formatter writes; None goes by the text.
    """
    if not any('"' in edit.text or "'" in edit.text for edit in edits):
        return edits
    try:
        before = [source[span.start : span.end] for span in strings(source)]
        wanted = (quotes or _most(before)).value
        after = apply_edits(source, edits)
        own = set(before)
        new = [
            span
            for span in strings(after)
            if (match := _PLAIN.fullmatch(text := after[span.start : span.end])) is not None
            and match["quote"] != wanted
            and text not in own
        ]
    except (SyntaxError, tokenize.TokenError):
        return edits
    return _requoted(edits, after, new, wanted) if new else edits


def _most(found: list[str]) -> Quotes:
    """The quotes of most strings that could have either; double ones without a majority."""
    plain = [match["quote"] for text in found if (match := _PLAIN.fullmatch(text)) is not None]
    single = sum(quote == Quotes.SINGLE.value for quote in plain)
    return Quotes.SINGLE if single > len(plain) - single else Quotes.DOUBLE


def _requoted(
    edits: tuple[Edit, ...], after: str, found: list[Span], wanted: str
) -> tuple[Edit, ...]:
    made = []
    shift = 0
    for edit in sorted(edits):
        start = edit.span.start + shift
        place = Span(start, start + len(edit.text))
        shift += len(edit.text) - (edit.span.end - edit.span.start)
        changes = [
            Edit(
                Span(span.start - start, span.end - start),
                _PLAIN.sub(rf"\g<prefix>{wanted}\g<body>{wanted}", after[span.start : span.end]),
            )
            for span in found
            if place.contains(span)
        ]
        made.append(Edit(edit.span, apply_edits(edit.text, changes)))
    return tuple(made)
