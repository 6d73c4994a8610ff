"""Branches that only strings come to, beside those for the service's objects."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

SAID = """from openai import OpenAI

client = OpenAI()


def said(thread_id):
    answers = []
    for message in client.beta.threads.messages.list(thread_id=thread_id).data:
        if isinstance(message.content, list):
            for item in message.content:
                if hasattr(item, "text"):
                    answers.append(item.text.value)
                elif isinstance(item, str):
                    answers.append(item)
        elif isinstance(message.content, str) and message.content:
            answers.append(message.content)
    return answers


for answer in said("thread_1"):
    keep(answer)
"""
OPENED = """from openai import OpenAI

client = OpenAI()


def size(thread):
    if isinstance(thread, str):
        thread = client.beta.threads.retrieve(thread)
    return len(client.beta.threads.messages.list(thread_id=thread.id).data)


print(size(client.beta.threads.create()))
"""


def test_they_stay() -> None:
    after = fix_all(SAID)
    becomes(SAID, after)
    assert "beta" not in after
    assert "elif isinstance(item, str):\n                    answers.append(item)\n" in after


def test_a_name_that_gets_an_object_there() -> None:
    after = fix_all(OPENED)
    becomes(OPENED, after)
    assert "client.conversations.retrieve(thread)" in after
    assert "beta" not in after


@pytest.mark.parametrize("test", ["isinstance(item, object)", "not isinstance(item, str)", "item"])
def test_other_tests(test: str) -> None:
    assert blockers(SAID.replace("isinstance(item, str)", test))
