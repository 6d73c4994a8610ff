"""Messages that are newer than a run, or than what was there before it, by their times."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")


def ask(thread_id, text):
    asked = client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    start = time.time()
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id
    )
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return [m.role for m in messages if {0}]
"""
NEWER = "m.role for m in messages if any(item.id == m.id for item in response.output)"
OLDER = "m.role for m in messages if all(item.id != m.id for item in response.output)"


@pytest.mark.parametrize(
    ("test", "after"),
    [
        ("m.created_at > run.created_at", NEWER),
        ("m.created_at >= run.created_at", NEWER),
        ("run.created_at < m.created_at", NEWER),
        ("m.created_at < run.created_at", OLDER),
        ("m.created_at > asked.created_at", NEWER),
        ("asked.created_at < m.created_at", NEWER),
        ("m.created_at <= asked.created_at", OLDER),
        ("asked.created_at >= m.created_at", OLDER),
        ("m.created_at >= start", NEWER),
        ("start > m.created_at", OLDER),
    ],
)
def test_what_the_run_has_added(test: str, after: str) -> None:
    source = SOURCE.format(test)
    assert after in " ".join(fix_all(source).split())
    assert any("items have no time" in note for note in notes(source))


TEST = SOURCE.format("m.created_at > run.created_at")
CLOCK = SOURCE.format("m.created_at > start")
ASKED = SOURCE.format("m.created_at > asked.created_at")
AGAIN = """    client.beta.threads.messages.create(thread_id=thread_id, role="user", content="And?")
    messages ="""
SECOND = """    client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id
    )
    messages ="""


@pytest.mark.parametrize(
    "source",
    [
        SOURCE.format("m.created_at == run.created_at"),
        SOURCE.format("m.created_at >= asked.created_at"),
        SOURCE.format("m.created_at < asked.created_at"),
        SOURCE.format("m.created_at > messages.data[0].created_at"),
        SOURCE.format("m.created_at > start - 60"),
        SOURCE.format("m.created_at > run.completed_at"),
        SOURCE.replace("start = time.time()", "start = yesterday()").format("m.created_at > start"),
        TEST.replace("    messages =", AGAIN),
        CLOCK.replace("    messages =", AGAIN),
        TEST.replace("    messages =", SECOND),
        CLOCK.replace("    messages =", SECOND),
        TEST.replace(
            "assistant_id=assistant.id", "assistant_id=assistant.id, additional_messages=[]"
        ),
        CLOCK.replace("    run = ", "    start = 0\n    run = "),
        ASKED.replace("    start = time.time()\n", AGAIN.rpartition("\n")[0] + "\n"),
    ],
)
def test_what_may_be_newer_by_more_than_the_run(source: str) -> None:
    assert any("carry no time" in why for _, why in blockers(source))
