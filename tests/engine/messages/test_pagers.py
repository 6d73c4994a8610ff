"""A pager of Azure's SDK is read off: a second loop goes on where the first one stopped."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes

HEAD = """import os

from azure.ai.{0} import {1}
from azure.identity import DefaultAzureCredential

client = {1}(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
"""
TWO_LOOPS = """

def show(thread_id: str) -> None:
    messages = client.{0}
    for message in messages:
        if message.role == "user":
            break
    print("and older")
    for message in messages:
        print(message.role)
"""
TAKEN = """(
        item
        for item in openai_client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    )"""


def test_what_one_loop_has_read_the_next_one_does_not_get() -> None:
    before = HEAD.format("projects", "AIProjectClient") + TWO_LOOPS.format(
        "agents.messages.list(thread_id=thread_id)"
    )

    becomes(before, before.replace("client.agents.messages.list(thread_id=thread_id)", TAKEN))


@pytest.mark.parametrize("again", ["print([m.role for m in messages])", "print(list(messages))"])
def test_also_when_it_is_read_as_a_whole(again: str) -> None:
    before = HEAD.format("projects", "AIProjectClient") + TWO_LOOPS.format(
        "agents.messages.list(thread_id=thread_id)"
    ).replace('print("and older")', again)

    becomes(before, before.replace("client.agents.messages.list(thread_id=thread_id)", TAKEN))


def test_a_page_of_openai_begins_anew() -> None:
    before = """from openai import OpenAI

client = OpenAI()
""" + TWO_LOOPS.format("beta.threads.messages.list(thread_id=thread_id)")
    listed = """[
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]"""

    becomes(
        before,
        before.replace("client.beta.threads.messages.list(thread_id=thread_id)", listed),
    )


def test_agents_are_tested_for_and_looped_over_as_they_are_listed() -> None:
    before = """from azure.ai.projects.aio import AIProjectClient


async def show(client: AIProjectClient) -> None:
    agents = client.agents.list_agents()
    if not agents:
        print("none")
    async for agent in agents:
        print(agent.name)
"""
    becomes(before, before.replace("list_agents()", 'list(kind="prompt")'))


def test_agents_listed_as_a_whole_are_not_put_into_a_list_twice() -> None:
    before = """from azure.ai.projects import AIProjectClient


def show(client: AIProjectClient) -> int:
    return len(list(client.agents.list_agents()))
"""
    becomes(before, before.replace("list_agents()", 'list(kind="prompt")'))
