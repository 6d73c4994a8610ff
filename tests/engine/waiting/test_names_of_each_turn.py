"""Scripts that say a turn again under the same names: each listing changes, or none."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

HEAD = """import json

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
"""
TURN = """client.beta.threads.messages.create(thread_id=thread.id, role="user", content="Hello")
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
messages = client.beta.threads.messages.list(thread_id=thread.id)
"""
DUMPED = """data = json.loads(messages.model_dump_json(indent=2))
print(data["data"][0]["content"][0]["text"]["value"])
"""
LOOPED = """data = json.loads(messages.model_dump_json(indent=2))
for message in data["data"]:
    print(message["role"])
"""
SORTED = """for message in sorted(messages.data, key=lambda m: m.created_at):
    print(message.role)
"""
ENDS = [
    (DUMPED, "data = messages\n"),
    (LOOPED, "for message in data:\n"),
    (SORTED, "for message in reversed(messages):\n"),
]


@pytest.mark.parametrize(("end", "new"), ENDS, ids=["dumped", "looped", "sorted"])
def test_both_turns_change(end: str, new: str) -> None:
    after = fix_all(HEAD + 2 * (TURN + end))

    assert after.count(new) == 2
    assert not look(after).findings


@pytest.mark.parametrize("other", ["data = json.load(open('a.json'))\n", "data = {'data': []}\n"])
def test_what_a_name_holds_that_has_something_else_too_keeps_its_shape(other: str) -> None:
    end = DUMPED + other + "print(data['data'])\n"
    after = fix_all(HEAD + TURN + end)

    assert "data = json.loads(json.dumps(page_of(messages[:20]), indent=2))\n" in after
    assert after.endswith(end.partition("\n")[2])


def test_listings_of_two_orders_are_not_sorted_by_their_place() -> None:
    oldest = TURN.replace("thread_id=thread.id)\n", 'thread_id=thread.id, order="asc")\n')
    source = HEAD + TURN + SORTED + oldest + SORTED

    assert "items of a conversation carry no time" in {message for _, message in blockers(source)}
