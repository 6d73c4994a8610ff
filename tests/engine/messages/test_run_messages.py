"""Messages of one run, told by the run's id: those of the response's output."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")


def ask(thread_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id
    )
    messages = client.beta.threads.messages.list({0})
{1}
"""
AFTER = """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")


def ask(thread_id):
    response = assistant(conversation=thread_id)
    messages = [item for item in {0} if item.type == "message"]
{1}
"""
ROLES = "return [m.role for m in messages if {0}]"
OTHER = "an item does not name the response it came from"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            ROLES.format('m.run_id == run.id and m.role == "assistant"'),
            ROLES.format('m.role == "assistant"'),
        ),
        (ROLES.format("run.id == m.run_id"), ROLES.format('m.role == "assistant"')),
        (
            (
                "for m in reversed(messages.data):\n"
                "        if m.content and m.run_id == run.id:\n            print(m.role)"
            ),
            "for m in reversed(messages):\n        if m.content:\n            print(m.role)",
        ),
    ],
)
def test_the_test_goes_where_all_messages_pass_it(before: str, after: str) -> None:
    becomes(
        BEFORE.format("thread_id=thread_id", "    " + before),
        AFTER.format("reversed(response.output)", "    " + after),
    )


def test_the_oldest_first() -> None:
    becomes(
        BEFORE.format(
            'thread_id=thread_id, order="asc"', f"    {ROLES.format('m.run_id == run.id')}"
        ),
        AFTER.format(
            "response.output", f"    {ROLES.format('m.role == ' + repr('assistant'))}"
        ).replace("'", '"'),
    )


IN_OUTPUT = "any(item.id == m.id for item in response.output)"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "    print(messages.data[0].role)\n    " + ROLES.format("m.run_id == run.id"),
            "    print(messages[0].role)\n    " + ROLES.format(IN_OUTPUT),
        ),
        (
            "    " + ROLES.format('m.run_id == run.id or m.role == "user"'),
            "    " + ROLES.format(f'{IN_OUTPUT} or m.role == "user"'),
        ),
        (
            (
                "    run_id = run.id\n    for m in messages:\n        if run_id != m.run_id:\n"
                "            continue\n        return m.role"
            ),
            (
                "    run_id = response.id\n    for m in messages:\n"
                "        if all(item.id != m.id for item in response.output):\n"
                "            continue\n        return m.role"
            ),
        ),
    ],
)
def test_messages_of_one_run_among_others(before: str, after: str) -> None:
    found = fix_all(BEFORE.format("thread_id=thread_id", before))

    assert "".join(found.split()).endswith("".join(after.split()))
    assert "client.conversations.items.list(conversation_id=thread_id)" in found


@pytest.mark.parametrize(
    "reading",
    [
        "    print([m.run_id for m in messages])",
        "    return [m for m in messages if m.run_id == str(thread_id)]",
        "    return [m for m in messages if m.run_id in (run.id, None)]",
    ],
)
def test_runs_that_are_not_in_view(reading: str) -> None:
    assert OTHER in [m for _, m in blockers(BEFORE.format("thread_id=thread_id", reading))]


def test_those_after_the_question_are_those_of_the_run() -> None:
    before = BEFORE.format(
        'thread_id=thread_id, run_id=run.id, after=asked.id, order="asc"', "    return messages"
    )
    made = """    asked = client.beta.threads.messages.create(
        thread_id=thread_id, role="user", content="Hi"
    )
"""
    listed = "    run = client.beta"
    whole = before.replace(listed, made + listed).replace(
        "return messages", "return len(messages.data)"
    )
    after = """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")


def ask(thread_id):
    asked = client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": "Hi"}],
    ).data[0]
    response = assistant(conversation=thread_id)
    messages = [item for item in response.output if item.type == "message"]
    return len(messages)
"""
    becomes(whole, after)
    late = before.replace("    messages = client", made + "    messages = client")
    assert any("read `response.output`" in m for _, m in blockers(late))
