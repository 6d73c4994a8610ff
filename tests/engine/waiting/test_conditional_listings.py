"""A listing that only a run which has ended well makes is read behind the condition."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

ASK = """from openai import OpenAI

client = OpenAI()


def ask(thread_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id="asst_1"
    )
    if run.status == "completed":
        messages = client.beta.threads.messages.list(thread_id=thread_id)
    return messages.data[0].content[0].text.value
"""


def test_a_failed_run_ends_in_an_error_as_before() -> None:
    after = fix_all(ASK)
    assert "output_text\n" not in after
    assert '    if response.status == "completed":\n        messages = [\n' in after
    assert "for part in messages[0].content" in after


@pytest.mark.parametrize("leaves", ["return None", 'raise ValueError("failed")'])
def test_other_branches_that_leave(leaves: str) -> None:
    after = fix_all(ASK.replace("    return m", f"    else:\n        {leaves}\n    return m"))
    assert "    return response.output_text\n" in after


def test_an_id_that_an_object_has_for_others_stays_an_id() -> None:
    source = """from openai import OpenAI

client = OpenAI()


class Answer:
    def __init__(self, assistant_id):
        self.assistant_id = assistant_id


def make(text):
    assistant = client.beta.assistants.create(model="m", instructions=text)
    return Answer(assistant.id)
"""
    assert 'store_assistant(model="m", instructions=text)' in fix_all(source)
    read = "\n    def __repr__(self):\n        return self.assistant_id.lower()\n"
    assert "store_assistant" in fix_all(
        source.replace("= assistant_id\n", "= assistant_id\n" + read)
    )
