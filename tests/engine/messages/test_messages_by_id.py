"""Messages of a run that is known by its id are those of the response with that id."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_READER = """from openai import OpenAI

client = OpenAI()


def roles(thread_id: str, run_id: str) -> list[str]:
    messages = client.beta.threads.messages.list(thread_id=thread_id, run_id=run_id{more})
    return [message.role for message in messages.data]
"""
_READ = """from openai import OpenAI

client = OpenAI()


def roles(thread_id: str, run_id: str) -> list[str]:
    messages = [
        item
        for item in {listed}
        if item.type == "message"
    ]
    return [message.role for message in messages]
"""
_BLOCKED = "items cannot be listed by response: read `response.output`"


@pytest.mark.parametrize(
    ("more", "listed"),
    [
        ("", "reversed(client.responses.retrieve(run_id).output)"),
        (', order="desc"', "reversed(client.responses.retrieve(run_id).output)"),
    ],
)
def test_the_response_is_fetched_newest_message_first(more: str, listed: str) -> None:
    source = _READER.format(more=more)
    becomes(source, _READ.format(listed=listed))
    assert any("of which the last one answers" in note for note in notes(source))


def test_in_the_other_order_the_output_stays_as_it_is() -> None:
    after = fix_all(_READER.format(more=', order="asc"'))
    assert "item for item in client.responses.retrieve(run_id).output if" in " ".join(after.split())


def test_an_id_of_a_run_in_view_fetches_its_response() -> None:
    after = fix_all(
        _READER.format(more="")
        + """

def ask(thread_id: str) -> None:
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="asst_1")
    print(roles(thread_id, run.id))
"""
    )
    assert "client.responses.retrieve(run_id).output" in after
    assert "print(roles(thread_id, response.id))" in after


def test_the_messages_are_at_hand_for_asynchronous_code() -> None:
    becomes(
        """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def show(thread_id: str, run_id: str) -> None:
    async for message in client.beta.threads.messages.list(thread_id, run_id=run_id):
        print(message.role)
""",
        """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def show(thread_id: str, run_id: str) -> None:
    for message in [
        item
        for item in reversed((await client.responses.retrieve(run_id)).output)
        if item.type == "message"
    ]:
        print(message.role)
""",
    )


def test_a_loop_over_the_messages_of_a_run_in_view_is_no_longer_asynchronous() -> None:
    after = fix_all(
        """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def show(thread_id: str) -> None:
    run = await client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="a")
    async for message in client.beta.threads.messages.list(thread_id, run_id=run.id):
        print(message.role)
"""
    )
    assert "async for" not in after
    assert "    for message in [item for item in reversed(response.output)" in after


@pytest.mark.parametrize("more", [", limit=1", ", after=run_id", ", order=run_id"])
def test_a_part_of_the_messages_is_not_told(more: str) -> None:
    assert _BLOCKED in {message for _, message in blockers(_READER.format(more=more))}


def test_a_run_that_may_call_functions_has_more_than_one_response() -> None:
    source = (
        _READER.format(more="")
        + """

def hand_in(thread_id: str, run_id: str, outputs: list) -> None:
    client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=outputs
    )
"""
    )
    assert _BLOCKED in {message for _, message in blockers(source)}


def test_a_run_that_stays_keeps_its_messages() -> None:
    source = (
        _READER.format(more="")
        + """

def ask(thread_id: str, count: int) -> None:
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id,
        assistant_id="asst_1",
        truncation_strategy={"type": "last_messages", "last_messages": count},
    )
    print(roles(thread_id, run.id))
"""
    )
    assert "messages.list(thread_id=thread_id, run_id=run_id)" in fix_all(source)


_FILTER = """from openai import OpenAI

client = OpenAI()


def answers(thread_id: str, run_id: str) -> list[str]:
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    {first}return [m.role for m in messages if m.run_id == run_id and m.content]
"""


def test_messages_that_are_picked_by_the_id_of_a_run_are_those_of_its_response() -> None:
    becomes(
        _FILTER.format(first=""),
        """from openai import OpenAI

client = OpenAI()


def answers(thread_id: str, run_id: str) -> list[str]:
    messages = [
        item
        for item in reversed(client.responses.retrieve(run_id).output)
        if item.type == "message"
    ]
    return [m.role for m in messages if m.content]
""",
    )


@pytest.mark.parametrize("first", ["run_id = input()\n    ", "print(messages.data[0].role)\n    "])
def test_messages_that_are_read_otherwise_too_are_not_fetched_by_a_run(first: str) -> None:
    source = _FILTER.format(first=first)
    assert "an item does not name the response it came from" in {
        message for _, message in blockers(source)
    }


def test_a_response_among_several_is_not_fetched_once_the_rounds_are_migrated() -> None:
    source = (
        _READER.format(more="")
        + """

def ask(thread_id: str, outputs: list) -> None:
    client.responses.create(conversation=thread_id, input=outputs)
    outputs.append({"type": "function_call_output", "call_id": "c", "output": "1"})
"""
    )
    assert _BLOCKED in {message for _, message in blockers(source)}
