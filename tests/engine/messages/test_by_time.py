"""Messages that are sorted by their time, and orders that are not known."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

HEAD = """\
from openai import OpenAI

client = OpenAI()


"""
LISTED = """\
    messages = client.beta.threads.messages.list(thread_id=thread_id)
"""
NEW_LISTED = """\
    messages = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
"""
PROGRAMS = {
    "the oldest first": (
        "def roles(thread_id):\n"
        + LISTED
        + """\
    found = sorted(messages.data, key=lambda x: x.created_at)
    return [m.role for m in found]
""",
        "def roles(thread_id):\n"
        + NEW_LISTED
        + """\
    found = messages[::-1]
    return [m.role for m in found]
""",
    ),
    "the newest first, as they are listed": (
        "def newest(thread_id):\n"
        + LISTED
        + """\
    for message in sorted(messages.data, key=lambda m: m.created_at, reverse=True):
        if message.role == "assistant":
            return message.id
""",
        "def newest(thread_id):\n"
        + NEW_LISTED
        + """\
    for message in messages:
        if message.role == "assistant":
            return message.id
""",
    ),
    "one end of some, listed from the oldest on": (
        """\
def newest(thread_id):
    messages = client.beta.threads.messages.list(thread_id=thread_id, order="asc")
    answers = [m for m in messages.data if m.role == "assistant"]
    print(min(answers, key=lambda m: m.created_at).role)
    return max(answers, key=lambda m: m.created_at).role
""",
        """\
def newest(thread_id):
    messages = [
        item
        for item in client.conversations.items.list(
            conversation_id=thread_id, order="asc"
        )
        if item.type == "message"
    ]
    answers = [m for m in messages if m.role == "assistant"]
    print(answers[0].role)
    return answers[-1].role
""",
    ),
    "in place": (
        "def roles(thread_id):\n"
        + LISTED
        + """\
    messages.data.sort(key=lambda m: m.created_at)
    return [m.role for m in messages.data]
""",
        "def roles(thread_id):\n"
        + NEW_LISTED
        + """\
    messages.reverse()
    return [m.role for m in messages]
""",
    ),
    "in a loop, of the listing itself": (
        """\
def show(thread_id):
    for m in sorted(client.beta.threads.messages.list(thread_id), key=lambda n: n.created_at):
        print(m.role)
""",
        """\
def show(thread_id):
    for m in reversed(
        [
            item
            for item in client.conversations.items.list(conversation_id=thread_id)
            if item.type == "message"
        ]
    ):
        print(m.role)
""",
    ),
    "a copy that is changed later": (
        "def roles(thread_id):\n"
        + LISTED
        + """\
    found = sorted(messages.data, key=lambda x: x.created_at, reverse=True)
    found.pop()
    return [m.role for m in [*found, *messages.data]]
""",
        "def roles(thread_id):\n"
        + NEW_LISTED
        + """\
    found = list(messages)
    found.pop()
    return [m.role for m in [*found, *messages]]
""",
    ),
}
NO_TIME = "items of a conversation carry no time"
REFUSALS = {
    "an order from elsewhere": """\
def roles(thread_id, order):
    messages = client.beta.threads.messages.list(thread_id=thread_id, order=order)
    return [m.role for m in sorted(messages.data, key=lambda m: m.created_at)]
""",
    "of two threads": """\
def roles(one, two):
    messages = client.beta.threads.messages.list(one).data
    messages += client.beta.threads.messages.list(two).data
    return [m.role for m in sorted(messages, key=lambda m: m.created_at)]
""",
    "changed in between": """\
def roles(thread_id):
    messages = client.beta.threads.messages.list(thread_id).data
    messages.reverse()
    return [m.role for m in sorted(messages, key=lambda m: m.created_at)]
""",
    "by more than the time": """\
def roles(thread_id):
    messages = client.beta.threads.messages.list(thread_id).data
    return [m.role for m in sorted(messages, key=lambda m: (m.role, m.created_at))]
""",
    "an iterator": """\
def roles(thread_id):
    messages = reversed(client.beta.threads.messages.list(thread_id).data)
    return [m.role for m in sorted(messages, key=lambda m: m.created_at)]
""",
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    becomes(HEAD + before, HEAD + after)


def test_it_is_said() -> None:
    before = HEAD + PROGRAMS["the oldest first"][0]
    assert any("the order of the listing" in note for note in notes(before))


@pytest.mark.parametrize("source", REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(source: str) -> None:
    assert NO_TIME in [m for _, m in blockers(HEAD + source)]
