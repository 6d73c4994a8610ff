"""Runs that are listed for more than the active ones: the program keeps its responses."""

from __future__ import annotations

import ast

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.")


def ask(thread_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id
    )
    return run.status


def state(thread_id):
    runs = client.beta.threads.runs.list(thread_id=thread_id, limit=1)
    return runs.data[0].status if runs.data else None
"""
AFTER = '''from functools import partial

from openai import OpenAI
from openai.types.responses import Response

made_in: dict[str, list[str]] = {}


def keep(response: Response) -> Response:
    """Keeps a response among those of its conversation, and returns it."""
    if response.conversation is not None:
        made_in.setdefault(response.conversation.id, []).append(response.id)
    return response


def response_ids_of(conversation_id: str) -> list[str]:
    """The ids of the responses that were made in a conversation, the newest first."""
    return made_in.get(conversation_id, [])[::-1]


client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")


def ask(thread_id):
    response = keep(assistant(conversation=thread_id))
    return response.status


def state(thread_id):
    runs = [
        client.responses.retrieve(response_id)
        for response_id in response_ids_of(thread_id)[:1]
    ]
    return runs[0].status if runs else None
'''
WHY = "responses cannot be listed"


def test_the_last_run_of_a_thread() -> None:
    becomes(SOURCE, AFTER)
    assert any("in this process only" in note for note in notes(SOURCE))


def test_the_oldest_first() -> None:
    after = fix_all(SOURCE.replace("limit=1", 'order="asc", limit=3'))
    assert "response_ids_of(thread_id)[::-1][:3]" in after


def test_names_that_are_there_are_left_alone() -> None:
    source = SOURCE.replace("assistant = ", "made_in = keep = 1\nassistant = ")
    after = fix_all(source)
    assert "keep_2(assistant(" in after
    assert "made_in_2: dict[str, list[str]] = {}" in after


def test_a_second_look_finds_the_functions_of_the_first() -> None:
    more = """

def stop(thread_id):
    return len(client.beta.threads.runs.list(thread_id=thread_id).data)


def again(thread_id):
    return client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="asst_1").id
"""
    after = fix_all(AFTER + more)
    ast.parse(after)
    assert after.count("def keep(") == after.count("def response_ids_of(") == 1
    assert after.count("keep(") == 3


ASYNC = """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def ask(thread_id, assistant_id):
    run = await client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    return run.status


async def count(thread_id):
    found = 0
    async for run in client.beta.threads.runs.list(thread_id=thread_id):
        found += run.usage.total_tokens if run.usage else 0
    return found
"""


def test_what_waits() -> None:
    after = " ".join(fix_all(ASYNC).split())
    assert "keep( await client.responses.create(" in after.replace("keep(await", "keep( await")
    assert " async for run" not in after
    assert "for run in [ await client.responses.retrieve(response_id) for response_id" in after


CANCELS = """

def cancel_all(thread_id):
    for run in client.beta.threads.runs.list(thread_id=thread_id):
        if run.status in ("queued", "in_progress"):
            client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
"""


def test_runs_that_are_started_and_cancelled_elsewhere() -> None:
    source = SOURCE.replace("create_and_poll", "create") + CANCELS
    assert "background=True" not in fix_all(source)  # nothing is active any more
    stopped = source.replace(
        "    return run.status",
        "    if stop():\n        client.beta.threads.runs.cancel(run.id, thread_id=thread_id)",
    )
    after = fix_all(stopped)
    assert "response = keep(assistant(conversation=thread_id, background=True))" in after
    assert "client.responses.cancel(run.id)" in after
    assert 'if run.status in ("queued", "in_progress"):' in after


FOUNDRY = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("https://x", DefaultAzureCredential())


def ask(thread_id, agent_id):
    return client.runs.create_and_process(thread_id=thread_id, agent_id=agent_id).status


def states(thread_id):
    return [run.status for run in client.runs.list(thread_id=thread_id)]
"""


def test_responses_themselves_at_foundry() -> None:
    after = fix_all(FOUNDRY)
    assert "made_in: dict[str, list[Response]] = {}" in after
    assert "for run in responses_of(thread_id)" in " ".join(after.split())
    assert "responses.retrieve" not in after


SUBMIT = """

def answer(thread_id, run_id):
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=[]
    )
"""
STREAM = """

def stream(thread_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant.id
    ) as stream:
        stream.until_done()
"""


@pytest.mark.parametrize(
    "source",
    [
        SOURCE + SUBMIT,
        SOURCE + STREAM,
        SOURCE.replace("limit=1", "limit=1, after=last"),
        SOURCE.replace("limit=1", "order=order"),
        SOURCE.replace("limit=1", "**more"),
        SOURCE[: SOURCE.index("def ask")] + SOURCE[SOURCE.index("def state") :],
        SOURCE.replace("limit=1)", "limit=1, timeout=3)").replace(".data[0]", "[0]"),
        ASYNC.replace("    run = await client", "    run = asyncio.create_task(client").replace(
            "assistant_id\n    )", "assistant_id\n    ))"
        ),
    ],
    ids=["outputs", "stream", "page", "order", "unpacked", "no maker", "raw", "task"],
)
def test_what_is_not_kept(source: str) -> None:
    assert any(WHY in why for _, why in blockers(source))
    assert "keep(" not in fix_all(source)
