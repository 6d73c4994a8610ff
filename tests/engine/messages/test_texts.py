"""Objects of texts, which are plain strings now, and parts that are asked for by name."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

HEAD = """from openai import OpenAI

client = OpenAI()


def show(thread_id):
    for message in client.beta.threads.messages.list(thread_id=thread_id):
        for part in message.content:
            {}
"""
NEW_HEAD = """from openai import OpenAI

client = OpenAI()


def show(thread_id):
    for message in (
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ):
        for part in message.content:
            {}
"""
TEXT = 'part.type == "output_text" or part.type == "input_text"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            """if hasattr(part, "text") and hasattr(part.text, "value"):
                print(part.text.value)""",
            f"""if ({TEXT}) and isinstance(
                part.text, str
            ):
                print(part.text)""",
        ),
        (
            """if getattr(part, "text", None):
                print(part.text.value)""",
            f"""if {TEXT}:
                print(part.text)""",
        ),
        (
            """if getattr(part, "type", "") == "text":
                print(part.text.value)""",
            f"""if {TEXT}:
                print(part.text)""",
        ),
        (
            """text = getattr(part, "text", None)
            if text is not None:
                print(getattr(text, "value", ""))""",
            f"""text = (
                part.text
                if {TEXT}
                else None
            )
            if text is not None:
                print(text)""",
        ),
        (
            """if part.type == "text":
                text = part.text
                print(text.value, text["value"])""",
            f"""if {TEXT}:
                text = part.text
                print(text, text)""",
        ),
    ],
)
def test_ways_to_the_text(before: str, after: str) -> None:
    becomes(HEAD.format(before), NEW_HEAD.format(after))


@pytest.mark.parametrize(
    "use",
    [
        "print(len(part.text))",
        "keep(part.text)",
        "found = {'text': part.text}",
        "print('value' in part.text)",
        "print(hasattr(part.text, 'other'))",
    ],
)
def test_uses_of_the_object_that_are_not_known(use: str) -> None:
    found = {message for _, message in blockers(HEAD.format(use))}
    assert found == {
        (
            "the object of a text is a plain string now, and its use here is not known: read its "
            "`.value`"
        )
    }


def test_an_object_that_is_printed() -> None:
    source = HEAD.format('print(f"{part.text}")')
    assert "what is printed of the object of a text is its value now" in notes(source)
