"""New strings have the quotes of the project, or of the file; those of the person stay."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import TODAY, look

from unspool_rules.api import analyse
from unspool_rules.engine.writing.quotes import in_quotes
from unspool_rules.model import Edit, Quotes, Span, apply_edits

BEFORE = """\
import os
from openai import OpenAI

client = OpenAI(api_key=os.environ['KEY'])
thread = client.beta.threads.create()
client.beta.threads.messages.create(
    thread.id, role='user', content="It's " + f'{os.name}' + "?"
)
"""
AFTER = """\
import os
from openai import OpenAI

client = OpenAI(api_key=os.environ['KEY'])
conversation = client.conversations.create()
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[
        {'type': 'message', 'role': 'user', 'content': "It's " + f'{os.name}' + "?"}
    ],
)
"""


def test_those_of_most_of_the_file() -> None:
    becomes(BEFORE, AFTER)


def test_those_of_the_project_go_first() -> None:
    edits = analyse(BEFORE, today=TODAY, quotes=Quotes.DOUBLE).fix_all(unsafe=True)
    after = apply_edits(BEFORE, edits)
    assert """{"type": "message", "role": 'user', "content": "It's " + f'{os.name}'""" in after
    source = BEFORE.replace("'KEY'", '"KEY"').replace("'user'", '"user"')
    edits = analyse(source, today=TODAY, quotes=Quotes.SINGLE).fix_all(unsafe=True)
    after = apply_edits(source, edits)
    assert "{'type': 'message', 'role': \"user\", 'content': " in after


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(end: str) -> None:
    source = BEFORE.replace("\n", end)
    after = apply_edits(source, look(source).fix_all(unsafe=True))
    assert after == AFTER.replace("\n", end)


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("x = 'a'\n", 'f("b", b"c", rb"d")', "f('b', b'c', rb'd')"),
        ("x = 'a'\n", 'f"b{c}"', "f'b{c}'"),
        ("x = 'a'\n", "f\"b{c['d']}\"", "f\"b{c['d']}\""),
        ("x = 'a'\n", '"it\'s" "\\n" """b"""', '"it\'s" "\\n" """b"""'),
        ("x = 'a', 'b', \"c\"\n", '"c" "d"', "\"c\" 'd'"),
        ("x = 'a', \"b\"\n", '"c"', '"c"'),
        ('x = "a"\n', "'c'", '"c"'),
        ("x = 'a'\n", '1  # "b"', '1  # "b"'),
        ("x = y\n", "'c', \"d\"", '"c", "d"'),
    ],
)
def test_only_plain_strings_that_are_new(before: str, new: str, after: str) -> None:
    edits = (Edit(Span(0, 0), f"y = {new}\n"), Edit(Span(len(before), len(before)), f"{new}\n"))
    found = in_quotes(before, edits, None)
    assert apply_edits(before, found) == f"y = {after}\n{before}{after}\n"


def test_inside_a_string_of_the_person() -> None:
    before = "x = 'a', f'{y}', 'b'\n"
    at = before.index("y")
    edits = (Edit(Span(at, at + 1), 'y["z"]'),)
    assert in_quotes(before, edits, None) == edits


def test_a_byte_order_mark() -> None:
    source = "\ufeff" + BEFORE
    assert apply_edits(source, look(source).fix_all(unsafe=True)) == "\ufeff" + AFTER
