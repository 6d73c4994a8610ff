"""Parts of a message that callers give to the function which adds it."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes

BEFORE = """from openai import OpenAI


class Chat:
    def __init__(self):
        self.client = OpenAI()

    def add(self, thread_id, content):
        self.client.beta.threads.messages.create(
            thread_id=thread_id, role="user", content=content
        )

    def add_text(self, thread_id, text):
        self.add(thread_id, [{"type": "text", "text": text}])  # one part

    def add_image(self, thread_id, url):
        self.add(thread_id, content=[{"type": "image_url", "image_url": {"url": url}}])
"""
AFTER = """from openai import OpenAI


class Chat:
    def __init__(self):
        self.client = OpenAI()

    def add(self, thread_id, content):
        self.client.conversations.items.create(
            conversation_id=thread_id,
            items=[{"type": "message", "role": "user", "content": content}],
        )

    def add_text(self, thread_id, text):
        self.add(thread_id, [{"type": "input_text", "text": text}])  # one part

    def add_image(self, thread_id, url):
        self.add(
            thread_id,
            content=[{"type": "input_image", "image_url": url, "detail": "auto"}],
        )
"""


def test_they_get_their_new_shapes_where_they_are_given() -> None:
    becomes(BEFORE, AFTER)
    assert "parts, they need the new shapes" in " ".join(notes(BEFORE))


def test_parts_that_are_read_besides() -> None:
    logged = BEFORE.replace(
        "        self.client.beta", "        print(content)\n        self.client.beta"
    )
    assert any("has its old shape" in message for _, message in blockers(logged))


def test_parts_that_have_a_name() -> None:
    named = BEFORE.replace(
        'self.add(thread_id, [{"type": "text", "text": text}])  # one part',
        'part = {"type": "text", "text": text}\n        self.add(thread_id, [part])',
    )
    assert any("has its old shape" in message for _, message in blockers(named))
