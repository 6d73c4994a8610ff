"""Fields of a page beside its items, where the listing is a list by now."""

from __future__ import annotations

from tests.engine.checks import becomes

PAGE = """from openai import OpenAI

client = OpenAI()


def history(thread_id: str) -> dict:
    page = client.beta.threads.messages.list(thread_id=thread_id)
    return {
        "object": page.object,
        "first_id": page.first_id,
        "data": [message.to_dict() for message in page.data],
    }
"""


def test_a_page_says_what_it_is_and_where_it_begins() -> None:
    becomes(
        PAGE,
        """from openai import OpenAI

client = OpenAI()


def history(thread_id: str) -> dict:
    page = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
    return {
        "object": "list",
        "first_id": (page[0].id if page else None),
        "data": [message.to_dict() for message in page],
    }
""",
    )
