"""Listings of clients that are not in view: whether they are asynchronous is said by their loop."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

_BEFORE = """from azure.ai.agents.models import ListSortOrder


class Chat:
    async def roles(self, project, thread_id):
        messages = project.agents.messages.list(
            thread_id=thread_id, order=ListSortOrder.ASCENDING
        )
        {}
"""


@pytest.mark.parametrize(
    ("loop", "made"),
    [
        ("return [message.role async for message in messages]", "async for item in"),
        ("async for message in messages:\n            print(message.role)", "async for item in"),
        ("return [message.role for message in messages]", " for item in"),
    ],
)
def test_a_listing_with_a_name(loop: str, made: str) -> None:
    after = fix_all(_BEFORE.format(loop))
    assert f"{made} openai_client.conversations.items.list(" in after
    assert after.count("async for") == 2 * (made[0] == "a")
