"""Changes between texts: what differs, and several one after the other as one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from unspool_rules.model.text import Edit, LineIndex, Span, apply_edits

_LONG = 300
"""Of longer changes only what differs: a notebook may be one line of JSON, with its pictures."""


def difference(before: str, after: str) -> Iterator[Edit]:
    """Edits of whole lines, or of what is different in very long ones, from one text to another."""
    old, new = _lines(before), _lines(after)
    starts = list(accumulate(map(len, old), initial=0))
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            edit = Edit(Span(starts[a], starts[b]), "".join(new[c:d]))
            yield _trimmed(before, edit) if len(edit.text) > _LONG else edit


def written(edits: Iterable[Edit]) -> list[Span]:
    """Where what edits write stands in the text after them, in order."""
    shift = 0
    found: list[Span] = []
    for edit in sorted(edits):
        start = edit.span.start + shift
        found.append(Span(start, start + len(edit.text)))
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return found


def composed(source: str, first: Iterable[Edit], then: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits, and others of the text after them, as edits of the text before.

    Those that touch become one.

    Args:
        source: the text before.
        first: what is done to it.
        then: what is done to the result.
    """
    first = sorted(first)
    between = apply_edits(source, first)
    made = written(first)
    later = sorted(then)
    found = []
    back = 0
    for group in _together([*made, *(edit.span for edit in later)]):
        own = [e for e, span in zip(first, made, strict=True) if group.contains(span)]
        more = [
            Edit(Span(e.span.start - group.start, e.span.end - group.start), e.text)
            for e in later
            if group.contains(e.span)
        ]
        grown = sum(len(e.text) - (e.span.end - e.span.start) for e in own)
        place = Span(group.start - back, group.end - back - grown)
        found.append(Edit(place, apply_edits(between[group.start : group.end], more)))
        back += grown
    return tuple(found)


def _together(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch as one, in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _trimmed(text: str, edit: Edit) -> Edit:
    old = text[edit.span.start : edit.span.end]
    most = min(len(old), len(edit.text))
    front = next((i for i in range(most) if old[i] != edit.text[i]), most)
    most -= front
    back = next((i for i in range(most) if old[-1 - i] != edit.text[-1 - i]), most)
    span = Span(edit.span.start + front, edit.span.end - back)
    return Edit(span, edit.text[front : len(edit.text) - back])


def _lines(text: str) -> list[str]:
    starts = LineIndex(text).starts
    lines = [text[a:b] for a, b in pairwise((*starts, len(text)))]
    return lines if lines[-1] else lines[:-1]
