"""Functions that dump what they are given: who calls them reads the dump by key."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

HEAD = """import json

from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create()


def as_json(value):
    {}


def newest():
    page = client.beta.threads.messages.list(thread_id=thread.id)
    {}
"""
LOADED = "return json.loads(value.model_dump_json())"


def test_the_listing_is_read_instead() -> None:
    documented = HEAD.replace("    {}\n\n\ndef newest", '    """A dict."""\n    {}\n\n\ndef newest')
    found = 'found = as_json(page)\n    return [m["role"] for m in found["data"]]'
    after = documented.format(LOADED, "found = page\n    return [m.role for m in found]")
    becomes(
        documented.format(LOADED, found),
        after.replace(
            "thread = client.beta.threads", "conversation = client.conversations"
        ).replace(
            "    page = client.beta.threads.messages.list(thread_id=thread.id)\n",
            """    page = [
        item
        for item in client.conversations.items.list(conversation_id=conversation.id)
        if item.type == "message"
    ]
""",
        ),
    )


@pytest.mark.parametrize(
    ("body", "use"),
    [
        ("return value.model_dump()", 'return as_json(page)["has_more"]'),
        ("print(value.id)\n    return value.to_dict()", 'return as_json(page)["data"][0]["role"]'),
        ("return value.model_dump()", "return first(as_json(page))"),
    ],
)
def test_what_else_is_done_holds_the_listing_back(body: str, use: str) -> None:
    first = "\n\ndef first(found):\n    return found['data'][0]['content'][0]['text']['value']\n"
    assert blockers(HEAD.format(body, use) + first)


def test_a_dump_that_is_only_shown_stays_one() -> None:
    source = HEAD.format(LOADED, "print(as_json(page))")
    assert not blockers(source)
    assert any("the dump has the fields of the new items" in note for note in notes(source))


def test_other_dumps_of_the_function_say_nothing_of_the_listing() -> None:
    both = "print(as_json(page))\n    return as_json(thread)['id']"
    assert not blockers(HEAD.format(LOADED, both))
