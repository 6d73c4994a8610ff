"""Listings of runs whose failure says that there is no such thread."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers

HEAD = """\
import openai
from openai import OpenAI

client = OpenAI()


"""
ANSWERS = (
    HEAD
    + """\
def chat(thread_id, text):
    try:
        runs = client.beta.threads.runs.list(thread_id=thread_id)
        if runs.data and runs.data[0].status in ("queued", "in_progress"):
            return {"error": "wait"}
    except openai.NotFoundError:
        return {"error": "no such thread"}
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    return {"ok": True}
"""
)
IDLE = (
    HEAD
    + """\
def free(thread_id):
    try:
        for run in client.beta.threads.runs.list(thread_id=thread_id):
            if run.status == "in_progress":
                client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
    except Exception as error:
        print(error)
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content="a")
"""
)
SAME = (
    HEAD
    + """\
def busy(thread_id):
    try:
        runs = client.beta.threads.runs.list(thread_id=thread_id)
        return any(run.status == "in_progress" for run in runs.data)
    except Exception as error:
        print(error)
        return False
"""
)


def test_a_failure_that_is_answered_is_still_found() -> None:
    becomes(
        ANSWERS,
        HEAD
        + """\
def chat(thread_id, text):
    try:
        client.conversations.retrieve(thread_id)
    except openai.NotFoundError:
        return {"error": "no such thread"}
    client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    return {"ok": True}
""",
    )


def test_an_asynchronous_one_is_waited_for() -> None:
    before = ANSWERS.replace("OpenAI", "AsyncOpenAI").replace("def chat", "async def chat")
    before = before.replace("= client.", "= await client.").replace(
        "    client.", "    await client."
    )
    becomes(
        before,
        HEAD.replace("OpenAI", "AsyncOpenAI")
        + """\
async def chat(thread_id, text):
    try:
        await client.conversations.retrieve(thread_id)
    except openai.NotFoundError:
        return {"error": "no such thread"}
    await client.conversations.items.create(
        conversation_id=thread_id, items=[{"type": "message", "role": "user", "content": text}]
    )
    return {"ok": True}
""",
    )


def test_one_that_is_only_told_is_not_looked_for() -> None:
    becomes(
        IDLE,
        HEAD
        + """\
def free(thread_id):
    client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": "a"}],
    )
""",
    )


def test_one_that_ends_as_success_does_is_not_looked_for() -> None:
    becomes(
        SAME,
        HEAD
        + """\
def busy(thread_id):
    try:
        return False
    except Exception as error:
        print(error)
        return False
""",
    )


def test_a_call_in_a_worker_thread_is_left() -> None:
    source = ANSWERS.replace(
        "client.beta.threads.runs.list(thread_id",
        "await asyncio.to_thread(client.beta.threads.runs.list, thread_id",
    )
    source = source.replace("def chat", "async def chat").replace(
        "import openai", "import asyncio\nimport openai", 1
    )
    assert "responses cannot be listed: keep their ids yourself" in [m for _, m in blockers(source)]


def test_a_name_that_only_a_failure_sets_otherwise() -> None:
    source = (
        HEAD
        + """\
def is_free(thread_id):
    try:
        runs = client.beta.threads.runs.list(thread_id=thread_id, limit=5)
        busy = any(run.status in ("queued", "in_progress") for run in runs.data)
    except Exception:
        busy = True
    return not busy
"""
    )

    assert "responses cannot be listed" in str(blockers(source))


def test_a_name_that_a_branch_sets_otherwise() -> None:
    source = (
        HEAD
        + """\
def state(thread_id, strict):
    last = "unknown"
    try:
        runs = client.beta.threads.runs.list(thread_id=thread_id, limit=1)
        last = runs.data[0].status
        if last in ("queued", "in_progress"):
            last = "busy"
    except IndexError:
        print("none")
    if strict:
        last = "strictly " + last
    return last
"""
    )

    assert "responses cannot be listed" in str(blockers(source))
