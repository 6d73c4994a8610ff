"""Positions and changes in every encoding, on texts that are hard on both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from tests.lsp.editor import apply

from unspool_rules.model import Edit, Span, apply_edits
from unspool_server.lsp.convert import Text, changed, path_of

TEXTS = st.text(
    st.sampled_from("ab é€😀\U0010ffff\r\n\t\f\v\x1c\x85\u2028\u0301\ufeff"), max_size=40
)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])


@st.composite
def places(draw: st.DrawFn, text: str) -> Span:
    """A span that does not cut a line's end in two, which no position can say."""
    whole = [n for n in range(len(text) + 1) if text[n - 1 : n + 1] != "\r\n"]
    start, end = sorted((draw(st.sampled_from(whole)), draw(st.sampled_from(whole))))
    return Span(start, end)


@given(st.data(), TEXTS, ENCODINGS)
def test_there_and_back(data: st.DataObject, source: str, encoding: str) -> None:
    span = data.draw(places(source))
    text = Text(source, encoding)
    assert text.span(text.range(span)) == span


@given(st.data(), TEXTS, ENCODINGS)
def test_changes_lead_to_the_same_text(data: st.DataObject, source: str, encoding: str) -> None:
    """A client's incremental changes, one by one, and the text that the client has afterwards."""
    changes, whole = [], source
    for _ in range(data.draw(st.integers(1, 6))):
        span, new = data.draw(places(whole)), data.draw(TEXTS)
        place = Text(whole, encoding).range(span)
        changes.append(types.TextDocumentContentChangePartial(place, new))
        whole = whole[: span.start] + new + whole[span.end :]
    assert changed(source, changes, encoding) == whole


@given(st.data(), TEXTS, ENCODINGS)
def test_edits_are_applied_alike(data: st.DataObject, source: str, encoding: str) -> None:
    """By the core in code points, and by a client in its own code units."""
    edit = Edit(data.draw(places(source)), data.draw(TEXTS))
    edits = Text(source, encoding).edits([edit])
    assert apply(source, edits, encoding) == apply_edits(source, [edit])


@given(TEXTS, ENCODINGS, st.integers(0, 50), st.integers(0, 50))
def test_any_position_is_some_offset(source: str, encoding: str, line: int, column: int) -> None:
    position = types.Position(line, column)
    assert 0 <= Text(source, encoding).offset(position) <= len(source)
    assert position == types.Position(line, column), "left as it was"


@pytest.mark.parametrize(
    ("encoding", "column", "offset"),
    [("utf-8", 4, 1), ("utf-8", 2, 0), ("utf-16", 2, 1), ("utf-16", 1, 0), ("utf-32", 1, 1)],
)
def test_a_position_inside_a_character_is_its_start(
    encoding: str, column: int, offset: int
) -> None:
    assert Text("😀x", encoding).offset(types.Position(0, column)) == offset


def test_columns_end_with_the_line() -> None:
    assert Text("ab\r\ncd", "utf-16").offset(types.Position(0, 9)) == 2


def test_form_feeds_do_not_end_lines() -> None:
    assert Text("a\f\u2028b\nc", "utf-16").position(5) == types.Position(1, 0)


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "vscode-notebook-cell:/a.ipynb#x", "file:", "", "nonsense"]
)
def test_not_every_uri_is_a_file(uri: str) -> None:
    assert path_of(uri) is None
