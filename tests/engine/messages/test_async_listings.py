"""Listings of asynchronous clients that are kept in a name and gone through in a comprehension."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

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


STORED = """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def get(name):
    assistants = await client.beta.assistants.list()
    async for assistant in assistants:
        if assistant.name == name:
            return assistant.id
    print([a.name async for a in client.beta.assistants.list(order="asc", limit=100)])
    async for assistant in client.beta.assistants.list():
        print(assistant.id)
    made = await client.beta.assistants.create(name=name, model="gpt-4o", instructions="Help.")
    return made.id
"""


def test_stored_assistants_are_at_hand() -> None:
    after = fix_all(STORED)
    becomes(STORED, after)
    assert "    for assistant in assistants:\n" in after
    assert '    print([a.name for a in stored_assistants(order="asc")])\n' in after
    assert "    for assistant in stored_assistants():\n        print(" in after
    assert "async for" not in after
    odd = STORED.replace(
        "async for assistant in client", "async for \\\n            (assistant) in client"
    )
    assert "    for \\\n            (assistant) in stored_assistants():\n" in fix_all(odd)
    lazy = STORED.replace("print([a.name async", "show((a.name async").replace("100)])", "100)))")
    assert any("`async for` cannot read" in message for _, message in blockers(lazy))
