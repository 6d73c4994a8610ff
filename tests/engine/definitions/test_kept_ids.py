"""Names that keep the id of an assistant, which is updated later."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")
TUTOR = assistant.id  # or "asst_…"


def ask(tutor, question):
    thread = client.beta.threads.create(messages=[{"role": "user", "content": question}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=tutor)
    print(run.status)


ask(TUTOR, "Who?")
client.beta.assistants.update(TUTOR, instructions="Be long.")
ask(TUTOR, "And why?")
"""
AFTER = """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")
TUTOR = assistant  # or "asst_…"


def ask(tutor, question):
    conversation = client.conversations.create(
        items=[{"type": "message", "role": "user", "content": question}]
    )
    response = tutor(conversation=conversation.id)
    print(response.status)


ask(TUTOR, "Who?")
assistant = TUTOR = partial(assistant, instructions="Be long.")
ask(TUTOR, "And why?")
"""


def test_the_name_follows_the_update() -> None:
    becomes(BEFORE, AFTER)


def test_an_update_whose_result_is_kept() -> None:
    becomes(
        BEFORE.replace(
            "client.beta.assistants.update", "assistant = client.beta.assistants.update"
        ),
        AFTER,
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('ask(TUTOR, "Who?")', 'OTHER = TUTOR\nask(OTHER, "Who?")'),
        ('ask(TUTOR, "Who?")', 'known = [TUTOR]\nask(known[0], "Who?")'),
        (
            "client.beta.assistants.update(TUTOR",
            "def change():\n    client.beta.assistants.update(TUTOR",
        ),
    ],
)
def test_an_id_that_goes_elsewhere(old: str, new: str) -> None:
    assert BEFORE.count(old) == 1
    assert "change_assistant(TUTOR" in fix_all(BEFORE.replace(old, new))
