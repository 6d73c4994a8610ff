"""Dumps of listings that are read by key: the listing is read instead."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

HEAD = """import json

from openai import OpenAI

client = OpenAI()


def answer(thread_id):
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    {}
"""
NEW_HEAD = """from openai import OpenAI

client = OpenAI()


def answer(thread_id):
    messages = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
    {}
"""
TEXT = """next(
        (
            part.text
            for part in {}.content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            """found = json.loads(messages.model_dump_json())
    return found["data"][0]["content"][0]["text"]["value"]""",
            f"""found = messages
    return {TEXT.format("found[0]")}""",
        ),
        (
            """return json.loads(messages.to_json())["data"][0]["content"][0]["text"]["value"]""",
            f"""return {TEXT.format("messages[0]")}""",
        ),
        (
            """for message in json.loads(messages.json())["data"]:
        print(message["role"], message["id"])""",
            """for message in messages:
        print(message.role, message.id)""",
        ),
    ],
)
def test_what_is_read_of_a_dump(before: str, after: str) -> None:
    becomes(HEAD.format(before), NEW_HEAD.format(after))


@pytest.mark.parametrize(
    "use",
    [
        'return messages.model_dump()["data"][0]["created_at"]',
        'return messages.model_dump()["has_more"]',
    ],
)
def test_what_is_not_known_of_a_dump(use: str) -> None:
    assert blockers(HEAD.format(use)) == [
        (10, "`model_dump` of a listing has no known counterpart")
    ]


@pytest.mark.parametrize(
    "use",
    [
        'return messages.model_dump()["data"]',
        'return messages.model_dump()["data"][0]["content"]',
        'found = messages.model_dump()\n    keep(found)\n    return found["data"][0]["role"]',
        'for message in messages.model_dump()["data"]:\n        keep(message)',
    ],
)
def test_what_is_read_elsewhere_of_a_dump(use: str) -> None:
    after = fix_all(HEAD.format(use))
    assert use.replace("messages.model_dump()", "page_of(messages[:20])") in after
