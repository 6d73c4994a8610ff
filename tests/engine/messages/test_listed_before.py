"""Listings that end at a message: `before=message.id`."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = "from openai import {}\n\nclient = {}()\n\n\n"
SYNC = HEAD.format("OpenAI", "OpenAI")
ASYNC = HEAD.format("AsyncOpenAI", "AsyncOpenAI")
NEWER = """def newer(thread_id, text):
    asked = client.beta.threads.messages.create(thread_id, role="user", content=text)
    found = client.beta.threads.messages.list(thread_id, limit=2, before=asked.id)
    return [one.content[0].text.value for one in found.data]
"""
OPEN = """async def shown(thread_id, before=None):
    page = await client.beta.threads.messages.list(thread_id, before=before)
    for message in page.data:
        print(message.role)
"""


def test_the_listing_is_read_up_to_the_message() -> None:
    after = fix_all(SYNC + NEWER)
    becomes(SYNC + NEWER, after)
    assert "from itertools import takewhile\n" in after
    assert "            lambda item: item.id != asked.id,\n            (\n" in after
    assert "    )[:2]\n" in after
    assert any("read up to the message of `before`" in note for note in notes(SYNC + NEWER))


def test_a_message_that_may_be_none() -> None:
    after = fix_all(ASYNC + OPEN)
    becomes(ASYNC + OPEN, after)
    assert "            lambda item: item.id != before,\n            [\n" in after
    assert "async for item in client.conversations.items.list(" in after


def test_no_message() -> None:
    code = SYNC + NEWER.replace("asked.id", "None")
    assert "takewhile" not in fix_all(code)
    assert "beta" not in fix_all(code)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("asked.id or openai.NOT_GIVEN", "give it a name first"),
        ("newest(thread_id)", "give it a name first"),
        ('"msg_1"', "is not the id of a message of the old thread"),
    ],
)
def test_what_is_not_known(given: str, reason: str) -> None:
    code = SYNC + NEWER.replace("asked.id", given)
    assert any(reason in message for _, message in blockers(code))
