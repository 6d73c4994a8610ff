"""Assistants that one client makes and another one, which is asynchronous, runs; or the like."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes

BEFORE = """from openai import AsyncOpenAI, OpenAI

client, waits = OpenAI(), AsyncOpenAI()


async def ask(thread_id):
    assistant = {0}.beta.assistants.create(model="gpt-4o", instructions="Hi")
    run = {1}.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id, temperature=0
    )
    return run.status
"""
AFTER = """from functools import partial

from openai import AsyncOpenAI, OpenAI

client, waits = OpenAI(), AsyncOpenAI()


async def ask(thread_id):
    assistant = partial({0}.responses.create, model="gpt-4o", instructions="Hi")
    response = {1}.responses.create(
        **{{**assistant.keywords, "temperature": 0}},
        conversation=thread_id,
    )
    return response.status
"""


@pytest.mark.parametrize(
    ("maker", "runner"), [("client", "await waits"), ("await waits", "client")]
)
def test_the_run_goes_through_its_own_client(maker: str, runner: str) -> None:
    after = AFTER.format(maker.removeprefix("await "), runner)
    becomes(BEFORE.format(maker, runner), after)
