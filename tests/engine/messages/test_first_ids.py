"""The newest message, asked for by the first id of a page."""

from __future__ import annotations

import ast

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()


def newest(thread_id):
    page = client.beta.threads.messages.list(thread_id=thread_id)
    message = client.beta.threads.messages.retrieve({0}, thread_id=thread_id)
    return message.role
"""
AFTER = """from typing import cast

from openai import OpenAI
from openai.types.conversations import Message

client = OpenAI()


def newest(thread_id):
    page = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
    message = cast(
        Message,
        client.conversations.items.retrieve(page[0].id, conversation_id=thread_id),
    )
    return message.role
"""


def test_it_is_the_first_of_the_list() -> None:
    becomes(BEFORE.format("page.first_id"), AFTER)
    named = fix_all(BEFORE.format("message_id=page.first_id"))
    assert ast.dump(ast.parse(named)) == ast.dump(ast.parse(AFTER))


def test_the_last_of_a_page_is_not_that_of_the_list() -> None:
    reason = "all items are listed; there is no page"
    assert reason in [m for _, m in blockers(BEFORE.format("page.last_id"))]
