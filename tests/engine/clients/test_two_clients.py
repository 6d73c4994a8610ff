"""A synchronous and an asynchronous client beside each other, and which of the two one is."""

from __future__ import annotations

import ast

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import Choice, first, fix_all, fix_singly, last, look

from unspool_rules.model import Target, TargetService

FOUNDRY = Target(service=TargetService.FOUNDRY)
BOTH = """from openai import AsyncOpenAI, OpenAI

{0}


def one():
    return client.beta.threads.create().id


async def two():
    thread = await other.beta.threads.create()
    return thread.id
"""
MADE = ("client = OpenAI()", "other = AsyncOpenAI()")


@pytest.mark.parametrize("order", [MADE, MADE[::-1]])
def test_each_class_has_a_name_of_its_own(order: tuple[str, ...]) -> None:
    after = fix_all(BOTH.format("\n".join(order)), FOUNDRY)
    for line in (
        "from azure.ai.projects import AIProjectClient\n",
        "from azure.ai.projects.aio import AIProjectClient as AsyncAIProjectClient\n",
        "from azure.identity.aio import DefaultAzureCredential as AsyncDefaultAzureCredential\n",
    ):
        assert line in after
    made = {
        ast.unparse(n.value.func)
        for n in ast.walk(ast.parse(after))
        if isinstance(n, ast.Assign) and isinstance(n.value, ast.Call)
    }
    assert {"AIProjectClient", "AsyncAIProjectClient"} <= made
    assert "from openai" not in after


@pytest.mark.parametrize("choose", [first, last])
def test_one_after_the_other(choose: Choice) -> None:
    before = BOTH.format("\n".join(MADE))
    after = fix_singly(before, FOUNDRY, choose)
    names = [
        alias.asname or alias.name
        for node in ast.walk(ast.parse(after))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    assert len(names) == len(set(names))
    assert not [f for f in look(after, FOUNDRY).findings if f.fix is not None]


def test_lines_of_a_client_in_a_method_are_not_too_long() -> None:
    before = """import openai


class Bot:
    def __init__(self):
        self.name = "bot"
        self._client = openai.OpenAI()

    def start(self):
        return self._client.beta.threads.create().id
"""
    after = fix_all(before, FOUNDRY)
    assert "AIProjectClient(" in after
    assert "import openai\n" not in after
    assert max(map(len, after.splitlines())) <= 88


def test_the_other_name_of_the_class_in_a_thread() -> None:
    becomes(
        """import asyncio
import openai


async def main():
    client = openai.Client(api_key="k")
    thread = await asyncio.to_thread(client.beta.threads.create)
    found = await asyncio.to_thread(client.beta.threads.messages.list, thread_id=thread.id)
    for message in found.data:
        print(message.role)
""",
        """import asyncio
import openai


async def main():
    client = openai.Client(api_key="k")
    conversation = await asyncio.to_thread(client.conversations.create)
    found = await asyncio.to_thread(
        lambda: [
            item
            for item in client.conversations.items.list(conversation_id=conversation.id)
            if item.type == "message"
        ]
    )
    for message in found:
        print(message.role)
""",
    )


def test_a_client_from_elsewhere_that_runs_in_a_thread() -> None:
    after = fix_all(
        """import asyncio
import openai
from app import client


async def main(thread_id):
    found = await asyncio.to_thread(client.beta.threads.messages.list, thread_id=thread_id)
    return [m.role for m in found.data]
"""
    )
    assert "for item in client.conversations" in after
    assert "async for" not in after


def test_an_asynchronous_comprehension_tells_that_a_client_is_asynchronous() -> None:
    after = fix_all(
        """import openai
from app import client


async def main(thread_id):
    return [m.role async for m in client.beta.threads.messages.list(thread_id=thread_id)]
"""
    )
    assert "async for item in client.conversations.items.list" in after


def test_a_project_beside_a_client_that_is_made_on_the_line_of_its_method() -> None:
    source = """from openai import OpenAI


class Bot:
    def __init__(self): self.client = OpenAI()

    def start(self):
        return self.client.beta.threads.create().id
"""
    after = fix_all(source, Target(service=TargetService.FOUNDRY))
    line = next(line for line in after.splitlines() if "def __init__" in line)
    assert "self.client = OpenAI(); self.project_client = AIProjectClient(" in line
    assert line.endswith("; self.openai_client = self.project_client.get_openai_client()")
    assert "return self.openai_client.conversations.create().id" in after


PARTS = """from openai import AsyncOpenAI, OpenAI


class Bot:
    def __init__(self, key):
        one = OpenAI(api_key=key)
        two = {other}
        self.threads = one.beta.threads
        self.jobs = two.beta.threads

    def ask(self):
        return self.threads.create().id

    async def queue(self):
        return (await self.jobs.create()).id
"""


def test_an_object_that_keeps_parts_of_two_clients_keeps_both() -> None:
    before = PARTS.format(other="AsyncOpenAI(api_key=key)")
    after = fix_all(before)
    becomes(before, after)
    assert "self.client = one" in after
    assert "return self.client.conversations.create().id" in after
    assert "self.openai_client = two" in after
    assert "return (await self.openai_client.conversations.create()).id" in after


def test_a_name_of_two_clients_in_turn_is_not_kept() -> None:
    again = PARTS.format(other="None").replace("(await self.jobs.create())", "self.jobs.create()")
    again = again.replace("self.jobs = two", "one = OpenAI()\n        self.jobs = one")
    assert fix_all(again) == again
