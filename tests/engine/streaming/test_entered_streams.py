"""Streams that are made first and entered by their name."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

from unspool_rules.engine.streaming.entered_streams import LATE

HEAD = """\
from openai import AsyncOpenAI, OpenAI

client = OpenAI()
running = AsyncOpenAI()


"""
MAKE = 'client.beta.threads.runs.stream(thread_id=thread_id, assistant_id="asst_1")'


def test_the_name_may_be_its_own() -> None:
    after = fix_all(
        HEAD
        + f"""\
async def answer(thread_id):
    stream = running{MAKE.removeprefix("client")}
    whole = ""
    async with stream as stream:
        async for text in stream.text_deltas:
            whole += text
            yield text
"""
    )
    assert not look(after).findings
    assert "    stream = await running.responses.create(\n" in after
    assert "    async with stream as stream:\n" in after
    assert "async for event in stream if" in after


def test_another_name() -> None:
    after = fix_all(
        HEAD
        + f"""\
def answer(thread_id):
    manager = {MAKE}
    with manager as events:
        for event in events:
            if event.event == "thread.message.delta":
                print(event.data.delta.content[0].text.value)
    with client.beta.threads.runs.create(thread_id, assistant_id="asst_1", stream=True) as events:
        events.close()
"""
    )
    assert not look(after).findings
    assert "    with manager as events:\n        for event in events:\n" in after
    assert "                print(event.delta)\n" in after


@pytest.mark.parametrize(
    "between",
    [
        "client.beta.threads.messages.create(thread_id, role='user', content='Hi')",
        "thread_id = None",
        "self.thread = later()",
    ],
)
def test_the_run_began_where_it_was_entered(between: str) -> None:
    source = f"def answer(self, thread_id, later):\n    stream = {MAKE}\n    {between}\n"
    assert LATE in {
        why for _, why in blockers(f"{HEAD}{source}    with stream:\n        stream.until_done()\n")
    }


def test_entered_by_another_function() -> None:
    source = f"stream = {MAKE.replace('=thread_id', '=input()')}\n\n\ndef read():\n"
    found = blockers(f"{HEAD}{source}    with stream as events:\n        events.until_done()\n")
    assert LATE in {why for _, why in found}
