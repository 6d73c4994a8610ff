"""``after=`` of a listing, with the id of a message that comes from elsewhere."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """\
from openai import OpenAI

client = OpenAI()


"""
SINCE = """\
def since(thread_id, message_id):
    return list(client.beta.threads.messages.list(thread_id, order="asc", after=message_id))
"""
NEW = """\
def since(thread_id, message_id):
    return list(
        [
            item
            for item in client.conversations.items.list(
                conversation_id=thread_id, order="asc", after=message_id
            )
            if item.type == "message"
        ]
    )
"""
SAY = """\
def say(thread_id, text):
    return client.beta.threads.messages.create(thread_id, role="user", content=text%s).id


"""
OTHER = "the id of an item is not the id of a message of the old thread"


def test_a_parameter() -> None:
    becomes(HEAD + SINCE, HEAD + NEW)
    assert "`message_id` must hold the id of an item; old messages do not move" in notes(
        HEAD + SINCE
    )


def test_one_that_another_function_makes() -> None:
    source = HEAD + SAY % "" + SINCE + '\n\nprint(since("t", say("t", "Hello")))\n'

    assert not blockers(source)


def test_it_waits_for_the_one_who_makes_it() -> None:
    kept = SAY % ', attachments=[{"file_id": upload()}]'
    source = HEAD + kept + SINCE + '\n\nprint(since("t", say("t", "Hello")))\n'

    assert fix_all(source) == source
    assert any("`create` at line 7 makes the id" in message for _, message in blockers(source))


@pytest.mark.parametrize("given", ['"msg_1"', "run.id"])
def test_what_is_no_message_of_the_conversation(given: str) -> None:
    source = (
        HEAD
        + "def go(thread_id, assistant_id):\n"
        + "    run = client.beta.threads.runs.create_and_poll("
        + "thread_id=thread_id, assistant_id=assistant_id)\n"
        + f"    for m in client.beta.threads.messages.list(thread_id, after={given}):\n"
        + "        print(m.role)\n"
    )

    assert OTHER in [message for _, message in blockers(source)]
