"""Layout: what a formatter had laid out is laid out after a fix; the rest is not touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.fixing import TODAY, fix_all

from unspool_rules.api import analyse
from unspool_rules.model import Edit, Quotes, Span, apply_edits
from unspool_rules.model.changes import composed, difference

HEAD = "from openai import OpenAI\n\nclient = OpenAI()\n\n\n"
ADDING = """def add(thread_id):
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content="Why?")
    return {"thread": thread_id, "kept": True, "known": ["nobody", "everybody"], "for": None}
"""
ADDED = """def add(thread_id):
    client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": "Why?"}],
    )
    return {"thread": thread_id, "kept": True, "known": ["nobody", "everybody"], "for": None}
"""
WIDE = """def add(thread_id):
    client.conversations.items.create(
        conversation_id=thread_id, items=[{"type": "message", "role": "user", "content": "Why?"}]
    )
    return {"thread": thread_id, "kept": True, "known": ["nobody", "everybody"], "for": None}
"""


def _fixed(source: str, line_length: int | None = None, quotes: Quotes | None = None) -> str:
    analysis = analyse(source, today=TODAY, line_length=line_length, quotes=quotes)
    return apply_edits(source, analysis.fix_all(unsafe=True))


def test_the_longest_line_is_that_of_the_file() -> None:
    assert _fixed(HEAD + ADDING) == HEAD + WIDE


def test_what_is_set_goes_first() -> None:
    assert _fixed(HEAD + ADDING, 88) == HEAD + ADDED
    assert _fixed(HEAD + ADDING.replace('"', "'"), 100, Quotes.SINGLE) == HEAD + WIDE.replace(
        '"', "'"
    )


@pytest.mark.parametrize(
    "line", ["words = ['a',\n         'b']", "x = {  'a':1 }", "if (True): print( 1 )", "a=1;b=2"]
)
def test_lines_that_nobody_has_formatted_stay(line: str) -> None:
    assert fix_all(f"{HEAD}{line}\n{ADDING}") == f"{HEAD}{line}\n{ADDED}"


def test_a_statement_keeps_its_own_layout_in_such_a_file() -> None:
    source = HEAD + "print( client.beta.threads.messages.list('t').data,\n       'one' )\n"
    assert fix_all(source).endswith("],\n       'one' )\n")


def test_a_statement_that_was_laid_out_is_laid_out_in_such_a_file() -> None:
    source = HEAD + (
        "x=1\n"
        "for message in reversed(client.beta.threads.messages.list(thread_id='t').data[1:]):\n"
        "    print(message.role)\n"
    )
    assert fix_all(source) == HEAD + (
        "x=1\n"
        "for message in reversed(\n"
        "    [\n"
        "        item\n"
        "        for item in client.conversations.items.list(conversation_id='t')\n"
        "        if item.type == 'message'\n"
        "    ][1:]\n"
        "):\n"
        "    print(message.role)\n"
    )


def test_a_long_text_is_looked_at_by_statement() -> None:
    more = 'print("one", "more")\n' * 400
    assert _fixed(HEAD + ADDING + "\n\n" + more) == HEAD + WIDE + "\n\n" + more
    odd = "x=1\n" * 400
    assert _fixed(HEAD + ADDING + "\n\n" + odd, 88) == HEAD + ADDED + "\n\n" + odd


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(newline: str, mark: str) -> None:
    source = mark + (HEAD + ADDING).replace("\n", newline)
    assert _fixed(source) == mark + (HEAD + WIDE).replace("\n", newline)


def test_a_file_without_a_last_line_end_stays_without() -> None:
    assert _fixed((HEAD + ADDING).rstrip()) == (HEAD + WIDE).rstrip()


def test_what_is_kept_from_the_formatter_stays() -> None:
    kept = "# fmt: off\nsizes = [1,2,\n  3]\n# fmt: on\n\n\n"
    assert _fixed(HEAD + kept + ADDING) == HEAD + kept + WIDE


@pytest.mark.parametrize("step", ["  ", "\t"])
def test_other_indentation_stays(step: str) -> None:
    source = HEAD + ADDING.replace("\n    ", "\n" + step)
    assert f"\n{step}client.conversations.items.create(\n" in fix_all(source)


_TEXTS = st.text("ab\n", max_size=12)


@given(_TEXTS, _TEXTS, _TEXTS)
def test_changes_one_after_the_other_are_one(first: str, then: str, last: str) -> None:
    one, two = list(difference(first, then)), list(difference(then, last))
    both = composed(first, one, two)

    assert apply_edits(first, both) == last
    assert list(both) == sorted(both)


def test_changes_that_touch_become_one() -> None:
    first = [Edit(Span(0, 1), "xy"), Edit(Span(3, 3), "z")]
    then = [Edit(Span(2, 2), "-")]
    assert composed("abcd", first, then) == (Edit(Span(0, 1), "xy-"), Edit(Span(3, 3), "z"))


LISTED = """def read(thread_id):
    texts = [m.content[0].text.value for m in client.beta.threads.messages.list(thread_id)]
    return texts[-1], {"kept":True}
"""


def test_a_line_that_becomes_several_is_laid_out() -> None:
    after = _fixed(HEAD + LISTED, 79)
    assert "    texts = [\n        next(\n            (\n                part.text\n" in after


def test_a_line_that_was_spaced_in_another_way_keeps_its_looks() -> None:
    spaced = LISTED.replace("[m.content[0]", "[ m.content[0]")
    assert "    texts = [ next(\n" in _fixed(HEAD + spaced, 79)
