"""Calls that a function of the program makes: in a thread, again after a failure, with a limit."""

from __future__ import annotations

import pytest
from tests.behaviour.pairs import source
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all, look

SYNC = """from openai import OpenAI

client = OpenAI()


def again(function, *args, attempts=3, **kwargs):
    for _ in range(attempts):
        try:
            return function(*args, **kwargs)
        except ValueError:
            print("again")
    return None


def start():
    thread = again(client.beta.threads.create, attempts=2)
    again(client.beta.threads.messages.create, thread.id, role="user", content="Hi", attempts=1)
    return thread.id
"""

SYNC_AFTER = SYNC[: SYNC.index("def start")] + (
    """def start():
    conversation = again(client.conversations.create, attempts=2)
    again(
        client.conversations.items.create,
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": "Hi"}],
        attempts=1,
    )
    return conversation.id
"""
)

LIMITED = """import asyncio
from openai import OpenAI

client = OpenAI()


async def limited(function, **kwargs):
    return await asyncio.wait_for(asyncio.to_thread(function, **kwargs), 5)


async def ask(thread_id, assistant_id):
    run = await limited(
        client.beta.threads.runs.create, thread_id=thread_id, assistant_id=assistant_id
    )
    return run.status
"""

WAITED = """import asyncio
from openai import OpenAI

client = OpenAI()


async def ask(thread_id, assistant_id):
    run = await asyncio.wait_for(
        asyncio.to_thread(
            client.beta.threads.runs.METHOD, thread_id=thread_id, assistant_id=assistant_id
        ),
        timeout=60,
    )
    return run.status
"""

_LIMIT = (
    "the limit of time here was for starting the run, and would be for all of its answer: "
    "give it the time that a run may take"
)
_NOT_CALLED = "`create` is passed on without being called here"


def test_all_ways_to_run_a_function() -> None:
    assert fix_all(source("own_runners", "before")) == source("own_runners", "after")


def test_what_the_function_gets_for_itself_stays() -> None:
    becomes(SYNC, SYNC_AFTER)


def test_limits_of_time() -> None:
    assert {message for _, message in blockers(LIMITED)} == {_LIMIT}
    assert {message for _, message in blockers(WAITED.replace("METHOD", "create"))} == {_LIMIT}
    after = fix_all(WAITED.replace("METHOD", "create_and_poll"))
    assert "response = await asyncio.wait_for(" in after
    assert "timeout=60," in after
    assert not [f for f in look(after).findings if not f.code.startswith("UNS8")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "            return function(*args, **kwargs)\n",
            "            function(*args, **kwargs)\n",
        ),
        ("return function(*args, **kwargs)", "return [function(*args, **kwargs)]"),
        ("return function(*args, **kwargs)", "return function(*args, wait=True, **kwargs)"),
        ('print("again")', 'print("again", kwargs)'),
        ('print("again")', "print(function.__name__)"),
        ("    return None\n", "    return attempts\n"),
        ("def again(", "@cached\ndef again("),
    ],
    ids=["dropped", "wrapped", "more", "arguments", "name", "other", "decorated"],
)
def test_functions_that_do_more(old: str, new: str) -> None:
    assert old in SYNC
    assert _NOT_CALLED in {message for _, message in blockers(SYNC.replace(old, new, 1))}
