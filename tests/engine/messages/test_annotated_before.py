"""A name that is annotated and bound to an old message is one until it is bound anew."""

from __future__ import annotations

from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI
from openai.types.beta.threads import Message

client = OpenAI()
kept: list[Message] = []


def ask(thread_id: str, text: str) -> str:
    message: Message = kept[0]
    print(message.content[0].text.value)
    message = client.beta.threads.messages.create(
        thread_id=thread_id, role="user", content=text
    )
    print(message.content[0].text.value)
    return message.id
"""
OLD = "print(message.content[0].text.value)"


def test_what_was_kept_is_read_as_before() -> None:
    after = fix_all(SOURCE)
    assert after.count(OLD) == 1
    assert after.index(OLD) < after.index("items.create(")


def test_a_bare_annotation_binds_nothing() -> None:
    after = fix_all(SOURCE.replace("= kept[0]", "").replace(f"    {OLD}\n", "", 1))
    assert OLD not in after
    assert "beta" not in after.partition("def ask")[2]
