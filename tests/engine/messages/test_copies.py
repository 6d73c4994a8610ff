"""Copies of what a listing gives."""

from __future__ import annotations

from tests.engine.checks import becomes

BEFORE = """import copy
from copy import deepcopy

from openai import OpenAI

client = OpenAI()
messages = client.beta.threads.messages.list("thread_1")
oldest = copy.deepcopy(messages.data)
oldest.reverse()
print([m.role for m in oldest if m.id])
print(deepcopy(messages).data[0].id)
"""
AFTER = """import copy
from copy import deepcopy

from openai import OpenAI

client = OpenAI()
messages = [
    item
    for item in client.conversations.items.list(conversation_id="thread_1")
    if item.type == "message"
]
oldest = copy.deepcopy(messages)
oldest.reverse()
print([m.role for m in oldest if m.id])
print(deepcopy(messages)[0].id)
"""


def test_they_are_read_like_what_they_are_copies_of() -> None:
    becomes(BEFORE, AFTER)
