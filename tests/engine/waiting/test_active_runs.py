"""Listings of runs that only look for active ones, and what is refused."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

HEAD = """\
import time

from openai import OpenAI

client = OpenAI()


"""
CANCELS = (
    HEAD
    + '''\
def free(thread_id):
    """Nothing may run."""
    try:
        runs = client.beta.threads.runs.list(thread_id=thread_id)
        for run in runs.data:
            if run.status in ["queued", "in_progress", "requires_action"]:
                client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)
                print(f"cancelled {run.id}")
    except Exception as error:
        print(error)
        raise
'''
)
PROGRAMS = {
    "states that the module names": (
        HEAD
        + """\
ACTIVE = {"queued", "in_progress"}


def wait(thread_id, limit):
    waited = 0
    while waited < limit:
        runs = client.beta.threads.runs.list(thread_id=thread_id)
        active = [run for run in runs.data if run.status in ACTIVE]
        if not active:
            return
        print(f"{len(active)} active")
        time.sleep(1)
        waited += 1
    raise TimeoutError(thread_id)
""",
        HEAD.replace("import time\n\n", "")
        + """\
ACTIVE = {"queued", "in_progress"}


def wait(thread_id, limit):
    waited = 0
    return
    raise TimeoutError(thread_id)
""",
    ),
    "cancels what is active": (
        CANCELS,
        HEAD
        + '''\
def free(thread_id):
    """Nothing may run."""
''',
    ),
    "asks for the active ones": (
        HEAD
        + """\
def say(thread_id, text):
    active = client.beta.threads.runs.list(thread_id=thread_id, status="in_progress")
    if active.data:
        for _ in range(30):
            run = client.beta.threads.runs.retrieve(active.data[0].id, thread_id=thread_id)
            if run.status == "completed":
                break
            time.sleep(1)
        else:
            return "busy"
    return text
""",
        HEAD.replace("import time\n\n", "")
        + """\
def say(thread_id, text):
    return text
""",
    ),
    "waits until the newest is not active": (
        HEAD
        + """\
def wait(thread_id):
    while True:
        runs = client.beta.threads.runs.list(thread_id=thread_id).data
        if not runs or runs[0].status != "in_progress":
            break
        time.sleep(1)
    return thread_id
""",
        HEAD.replace("import time\n\n", "")
        + """\
def wait(thread_id):
    return thread_id
""",
    ),
    "says whether a run is active": (
        HEAD
        + """\
def is_busy(thread_id):
    runs = client.beta.threads.runs.list(thread_id=thread_id, limit=5)
    return any(run.status in ("queued", "in_progress") for run in runs.data)
""",
        HEAD
        + """\
def is_busy(thread_id):
    return False
""",
    ),
    "waits in a loop that ends the function": (
        HEAD
        + """\
def wait(thread_id):
    while True:
        runs = client.beta.threads.runs.list(thread_id=thread_id)
        active = [r for r in runs.data if r.status not in (
            "completed", "failed", "cancelled", "expired"
        )]
        if len(active) == 0:
            return True
        time.sleep(1)
""",
        HEAD.replace("import time\n\n", "")
        + """\
def wait(thread_id):
    return True
""",
    ),
    "one kept in a name, and a run that is made later": (
        HEAD
        + """\
def ask(thread_id, assistant):
    active_run = None
    for run in client.beta.threads.runs.list(thread_id=thread_id):
        if run.status in ("in_progress", "queued"):
            active_run = run
            break
    if active_run:
        while active_run.status in ("in_progress", "queued"):
            time.sleep(1)
            active_run = client.beta.threads.runs.retrieve(
                thread_id=thread_id, run_id=active_run.id
            )
    return client.beta.threads.messages.create(thread_id=thread_id, role="user", content="a")
""",
        HEAD.replace("import time\n\n", "")
        + """\
def ask(thread_id, assistant):
    active_run = None
    return client.conversations.items.create(
        conversation_id=thread_id, items=[{"type": "message", "role": "user", "content": "a"}]
    ).data[0]
""",
    ),
    "one way or the other": (
        HEAD
        + """\
async def send(thread_id, text):
    runs = client.beta.threads.runs.list(thread_id=thread_id)
    busy = [r for r in runs.data if r.status == "in_progress"]
    if busy:
        answer = "busy"
    elif text:
        # nothing is going on
        client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
        answer = "sent"
    return answer
""",
        HEAD
        + """\
async def send(thread_id, text):
    if text:
        # nothing is going on
        client.conversations.items.create(
            conversation_id=thread_id, items=[{"type": "message", "role": "user", "content": text}]
        )
        answer = "sent"
    return answer
""",
    ),
}
UNLISTED = "responses cannot be listed: keep their ids yourself"
REFUSALS = {
    "only shows them": """\
def show(thread_id):
    for run in client.beta.threads.runs.list(thread_id=thread_id):
        print(run.id, run.status)
""",
    "returns them": """\
def last(thread_id):
    return client.beta.threads.runs.list(thread_id=thread_id).data[0]
""",
    "reads what has failed": """\
def failed(thread_id):
    runs = client.beta.threads.runs.list(thread_id=thread_id)
    if runs.data[0].status == "failed":
        return "failed"
""",
    "does something else for each": """\
def save(thread_id, known):
    for run in client.beta.threads.runs.list(thread_id=thread_id):
        known.append(run.id)
""",
    "reads it behind the loop": """\
def state(thread_id):
    for run in client.beta.threads.runs.list(thread_id=thread_id):
        print(run.status)
    return run.status
""",
    "a run of its own in the loop": """\
def go(thread_id, assistant):
    while True:
        runs = client.beta.threads.runs.list(thread_id=thread_id)
        if not [r for r in runs.data if r.status == "queued"]:
            client.beta.threads.messages.create(thread_id=thread_id, role="user", content="a")
            break
""",
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    becomes(before, after)


def test_it_is_said() -> None:
    assert "to wait for them or to cancel them, is gone" in " ".join(notes(CANCELS))


@pytest.mark.parametrize("source", REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(source: str) -> None:
    assert UNLISTED in [m for _, m in blockers(HEAD + source)]
