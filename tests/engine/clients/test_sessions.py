"""Conversations and definitions that wait in a user's session."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers

BEFORE = """import chainlit as cl
from openai import AsyncOpenAI

client = AsyncOpenAI()


@cl.on_chat_start
async def start():
    assistant = await client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
    thread = await client.beta.threads.create()
    cl.user_session.set("thread", thread)
    cl.user_session.set("assistant_id", assistant.id)
"""
READ = """

@cl.on_message
async def answer(message):
    thread = cl.user_session.get("thread")
    assistant_id = cl.user_session.get("assistant_id")
    run = await client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant_id
    )
    print(run.status)
"""
AFTER = """from functools import partial

import chainlit as cl
from openai import AsyncOpenAI

client = AsyncOpenAI()


@cl.on_chat_start
async def start():
    assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
    conversation = await client.conversations.create()
    cl.user_session.set("thread", conversation)
    cl.user_session.set("assistant_id", assistant)


@cl.on_message
async def answer(message):
    thread = cl.user_session.get("thread")
    assistant = cl.user_session.get("assistant_id")
    response = await assistant(conversation=thread.id)
    print(response.status)
"""


def test_what_the_file_reads_from_the_session_again() -> None:
    becomes(BEFORE + READ, AFTER)


def test_what_other_files_may_read_from_the_session() -> None:
    kept = BEFORE.replace('"assistant_id", assistant.id', '"assistant", assistant')
    assert {m for _, m in blockers(kept)} == {
        "`cl.user_session.set` gets the whole object, and what it does with it is not in view",
    }


def test_a_line_that_only_tells_which_assistant_it_is() -> None:
    before = """from openai import OpenAI


class Helper:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = self.client.beta.assistants.create(
            name="H", instructions="Be kind.", model="gpt-4o"
        )
        print(f"{self.assistant.name} is {self.assistant.id}")
"""
    after = """from functools import partial

from openai import OpenAI


class Helper:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = partial(
            self.client.responses.create, model="gpt-4o", instructions="Be kind."
        )
"""

    becomes(before, after)
