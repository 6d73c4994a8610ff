"""Listings of asynchronous clients that are kept in a name and gone through in a comprehension."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers

BEFORE = """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def read(thread_id):
    page = client.beta.threads.messages.list(thread_id=thread_id)
    return {0}
"""
AFTER = """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def read(thread_id):
    page = [
        item
        async for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
    return {0}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[m.role async for m in page]", "[m.role for m in page]"),
        ("{m.role async  for m in page if m.id}", "{m.role for m in page if m.id}"),
        (
            "{m.id: m.role async for m in page async for _ in others}",
            "{m.id: m.role for m in page async for _ in others}",
        ),
        (
            "[\n        m.role\n        async for m in page  # all\n    ]",
            "[\n        m.role\n        for m in page  # all\n    ]",
        ),
    ],
)
def test_the_list_is_complete(before: str, after: str) -> None:
    becomes(BEFORE.format(before), AFTER.format(after))


def test_a_generator_stays_asynchronous_for_its_readers() -> None:
    found = [message for _, message in blockers(BEFORE.format("(m.role async for m in page)"))]
    assert "an asynchronous generator over a listing kept in a name" in found
