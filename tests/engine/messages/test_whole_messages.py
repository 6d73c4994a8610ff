"""Messages that are unpacked into the call which adds them."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def add(thread_id, message):
    client.beta.threads.messages.create(thread_id=thread_id, **message)  # as it is
"""


def test_it_is_an_item() -> None:
    becomes(
        SOURCE,
        """from openai import OpenAI

client = OpenAI()


def add(thread_id, message):
    client.conversations.items.create(
        conversation_id=thread_id, items=[{"type": "message", **message}]
    )  # as it is
""",
    )
    assert any("`message` is added as it is" in note for note in notes(SOURCE))


def test_with_a_role_of_its_own() -> None:
    source = SOURCE.replace("**message", 'role="user", **message')
    assert 'items=[{"type": "message", "role": "user", **message}]' in fix_all(source)


def test_what_else_is_unpacked() -> None:
    whole = SOURCE.replace("thread_id=thread_id, **message", "**message")
    assert "items.create(**item_fields(message))" in fix_all(whole)
    assert blockers(SOURCE.replace("**message", "**message, **thread_id"))
    rest = SOURCE.replace("**message", 'content="a", **message')
    assert 'item_fields({"thread_id": thread_id, "content": "a", **message})' in fix_all(rest)
    popped = SOURCE.replace("**message", "**message.pop()")
    assert 'item_fields({"thread_id": thread_id, **message.pop()})' in fix_all(popped)
