"""The message of a delta may be named beside what is read of its text."""

from __future__ import annotations

from tests.rules.fixing import fix_all, look

PROGRAM = """\
from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id
    ) as stream:
        for event in stream:
            if event.event == "thread.message.delta":
                print(event.data.id)
                for block in event.data.delta.content:
                    if block.type == "text" and hasattr(block.text, "value"):
                        print(block.text.value)
"""


def test_an_id_is_not_a_part_of_the_text() -> None:
    result = fix_all(PROGRAM)
    assert "                print(event.item_id)\n                print(event.delta)\n" in result
    assert not look(result).findings
