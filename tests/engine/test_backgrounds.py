"""Runs that are cancelled while they are waited for become responses in the background."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="m", instructions="i")


def ask(thread_id, stopped):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while True:
        if stopped():
            # the user has seen enough
            client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
            return None
        current = client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)
        if current.status == "completed":
            break
        if current.status in ("failed", "expired"):
            raise RuntimeError(current.last_error)
        time.sleep(1)
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return messages.data[0].content[0].text.value
"""


def test_the_loop_stays_and_asks_for_the_response() -> None:
    becomes(
        SOURCE,
        """import time
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="m", instructions="i")


def ask(thread_id, stopped):
    response = assistant(conversation=thread_id, background=True)
    while True:
        if stopped():
            # the user has seen enough
            client.responses.cancel(response.id)
            return None
        current = client.responses.retrieve(response.id)
        if current.status == "completed":
            break
        if current.status in ("failed", "expired"):
            raise RuntimeError(current.error)
        time.sleep(1)
    messages = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
    return next(
        (
            part.text
            for part in messages[0].content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )
""",
    )
    assert any("responses in the background" in note for note in notes(SOURCE))


def test_steps_of_a_run_that_goes_on_are_fetched_anew() -> None:
    shown = """        for step in client.beta.threads.runs.steps.list(run.id, thread_id=thread_id):
            print(step.type)
        time.sleep(1)
"""
    after = fix_all(SOURCE.replace("        time.sleep(1)\n", shown))
    assert "reversed(client.responses.retrieve(response.id).output)" in after


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("stopped()", 'run.status == "requires_action"', "`background=True`"),
        ("runs.create(", "runs.create_and_poll(", "`background=True`"),
        ("        time.sleep(1)", "        submit(current)", "not in view"),
        (
            "        time.sleep(1)",
            "        client.beta.threads.runs.submit_tool_outputs(run.id, tool_outputs=[])",
            "",
        ),
    ],
    ids=["for calls", "polled", "handed on", "outputs"],
)
def test_what_cannot_be_in_the_background(old: str, new: str, why: str) -> None:
    source = SOURCE.replace(old, new, 1)
    assert any(why in message for _, message in blockers(source))
    assert "background=True" not in fix_all(source)


def test_runs_may_be_active_then_so_a_listing_of_them_stays() -> None:
    source = (
        SOURCE
        + """

def cancel_all(thread_id):
    for run in client.beta.threads.runs.list(thread_id=thread_id):
        if run.status in ("queued", "in_progress"):
            client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
"""
    )
    assert blockers(source)
    assert "background=True" not in fix_all(source)


def test_a_response_in_the_background_may_be_under_way() -> None:
    source = SOURCE.replace(
        "stopped()", 'run.status in ("queued", "in_progress", "requires_action")'
    )
    after = fix_all(source)
    assert 'response.status in ("queued", "in_progress", "requires_action") or any(' in after
