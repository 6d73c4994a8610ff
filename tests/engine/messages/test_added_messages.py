"""Messages that were added, and are read: items that are declared to be messages."""

from __future__ import annotations

from tests.engine.checks import becomes

BEFORE = """from openai import OpenAI
from openai.types.beta.threads import Message

client = OpenAI()


def tell(message: Message) -> None:
    print(message.{0})


def say(thread_id):
    message = client.beta.threads.messages.create(thread_id=thread_id, role="user", content="Hi")
    tell(message)
"""


def test_a_message_of_which_the_role_is_read() -> None:
    after = """from typing import cast

from openai import OpenAI
from openai.types.conversations import Message

client = OpenAI()


def tell(message: Message) -> None:
    print(message.role)


def say(thread_id):
    message = cast(
        Message,
        client.conversations.items.create(
            conversation_id=thread_id, items=[{"type": "message", "role": "user", "content": "Hi"}]
        ).data[0],
    )
    tell(message)
"""
    becomes(BEFORE.format("role"), after)


def test_a_message_of_which_the_id_is_read() -> None:
    after = """from openai import OpenAI
from openai.types.conversations import ConversationItem

client = OpenAI()


def tell(message: ConversationItem) -> None:
    print(message.id)


def say(thread_id):
    message = client.conversations.items.create(
        conversation_id=thread_id, items=[{"type": "message", "role": "user", "content": "Hi"}]
    ).data[0]
    tell(message)
"""
    becomes(BEFORE.format("id"), after)
