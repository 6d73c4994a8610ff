"""Names that get a new value which is made from their old one."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

HEAD = """\
from openai import OpenAI

client = OpenAI()


def go(thread_id):
"""
LISTED = "    messages = client.beta.threads.messages.list(thread_id=thread_id)\n"
MOVED = {
    "texts of a listing": """\
    messages = [m.content[0].text.value for m in messages.data]
    send(messages)
    return messages
""",
    "records of a listing, turned round before": """\
    messages = messages.data[::-1]
    messages = [{"role": m.role, "text": m.content[0].text.value} for m in messages]
    send(messages)
""",
    "the text of a message": """\
    message = messages.data[0]
    message = message.content[0].text.value
    send(message)
""",
    "pairs of what was taken before": """\
    messages = messages.data
    roles = [m.role for m in messages]
    messages = [m.content[0].text.value for m in messages]
    send([{"role": role, "text": text} for role, text in zip(roles, messages)])
""",
    "a message that is asked for first": """\
    message = next(iter(messages), None)
    send(message and message.content[0].text.value)
""",
    "a copy": """\
    copied = messages.data.copy()
    send(copied[0].content[0].text.value)
""",
    "a sum": """\
    both = sum([messages.data, messages.data], [])
    send(both[0].content[0].text.value)
""",
}
KEPT = {
    "a function that is not in view": (
        "    messages = shape(messages)\n    send(messages)\n",
        "`shape` gets the whole object",
    ),
    "a choice": (
        "    messages = messages.data if thread_id else 'none'\n    send(messages)\n",
        "a message is given to `send`",
    ),
    "a choice in the argument": (
        "    send(messages.data[0] if thread_id else None)\n",
        "`send` gets the whole object",
    ),
    "one, or nothing": (
        "    message = messages.data[0]\n    send(what=message or None)\n",
        "`send` gets the whole object",
    ),
    "some of them": (
        "    messages = [m for m in messages if m.role == 'user']\n    send(messages)\n",
        "what it does with it is not in view",
    ),
    "records that hold them": (
        "    messages = [{'message': m} for m in messages]\n    send(messages)\n",
        "a message is kept where its readers are not known",
    ),
}


@pytest.mark.parametrize("body", MOVED.values(), ids=MOVED.keys())
def test_what_is_made_of_it_may_go(body: str) -> None:
    after = fix_all(HEAD + LISTED + body)

    assert not look(after).findings
    assert ".value" not in after
    assert ".data" not in after
    assert "client.conversations.items.list(" in after


@pytest.mark.parametrize(("body", "said"), KEPT.values(), ids=KEPT.keys())
def test_what_still_is_it_may_not(body: str, said: str) -> None:
    source = HEAD + LISTED + body

    assert fix_all(source) == source
    assert any(said in message for _, message in blockers(source))


def test_a_run_asked_for_by_its_own_id_is_that_run() -> None:
    source = """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
while run.status in ("queued", "in_progress"):
    run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
print(run.status)
"""
    after = fix_all(source)

    assert "while" not in after
    assert "print(response.status)" in after
