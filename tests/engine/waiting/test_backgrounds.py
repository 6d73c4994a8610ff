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
        ("runs.create(", "runs.create_and_poll(", "`background=True`"),
        ("        time.sleep(1)", "        submit(current)", "not in view"),
        ("        time.sleep(1)", "        while run.status != 'cancelled':\n            pass", ""),
        (
            "        time.sleep(1)",
            "        client.beta.threads.runs.submit_tool_outputs(run.id, tool_outputs=[])",
            "",
        ),
    ],
    ids=["polled", "handed on", "waits for ever", "outputs"],
)
def test_what_cannot_be_in_the_background(old: str, new: str, why: str) -> None:
    source = SOURCE.replace(old, new, 1)
    assert any(why in message for _, message in blockers(source))
    assert "background=True" not in fix_all(source)


def test_runs_may_be_active_then_so_they_are_kept_and_listed() -> None:
    source = (
        SOURCE
        + """

def cancel_all(thread_id):
    for run in client.beta.threads.runs.list(thread_id=thread_id):
        if run.status in ("queued", "in_progress"):
            client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
"""
    )
    after = fix_all(source)
    assert "response = keep(assistant(conversation=thread_id, background=True))" in after
    assert "            client.responses.cancel(run.id)" in after


def test_a_response_in_the_background_may_be_under_way() -> None:
    source = SOURCE.replace(
        "stopped()", 'run.status in ("queued", "in_progress", "requires_action")'
    )
    after = fix_all(source)
    assert 'response.status in ("queued", "in_progress", "requires_action") or any(' in after


ANSWERS = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="m", instructions="i")


def answer(run, thread_id):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "x"})
    client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )


def ask(thread_id, stopped):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while run.status in ("queued", "in_progress", "requires_action"):
        if stopped():
            client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
            return "stopped"
        if run.status == "requires_action":
            answer(run, thread_id)
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)
    return run.status
"""
OWED = "its calls are owed outputs"


def test_outputs_start_another_response_in_the_background() -> None:
    after = fix_all(ANSWERS)
    assert "return assistant(conversation=thread_id, input=outputs, background=True)" in after
    assert "            response = answer(response, thread_id)\n        time.sleep(1)" in after
    assert "client.responses.cancel(response.id)" in after
    assert any(OWED in note for note in notes(ANSWERS))


def test_outputs_that_a_loop_hands_in() -> None:
    start, end = ANSWERS.index("def answer"), ANSWERS.index("def ask")
    body = ANSWERS[start:end].rstrip().split("\n", 1)[1]
    here = "\n".join(f"        {line}" for line in body.split("\n")).lstrip()
    source = ANSWERS[:start] + ANSWERS[end:].replace("answer(run, thread_id)", here)
    after = fix_all(source)
    assert "response = assistant(conversation=thread_id, input=outputs, background=True)" in after
    assert "time.sleep(1)" in after


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("cancel(run.id", "cancel(first", "client.responses.cancel(latest_response(first))"),
        (
            "answer(run, thread_id)\n",
            "answer(client.beta.threads.runs.retrieve(first), thread_id)\n",
            "answer(client.responses.retrieve(latest_response(first)), thread_id)",
        ),
    ],
    ids=["of the first response", "fetched anew"],
)
def test_what_knows_the_first_response_asks_for_the_last_one(
    old: str, new: str, after: str
) -> None:
    source = ANSWERS.replace("    while run.status", "    first = run.id\n    while run.status")
    assert after in fix_all(source.replace(old, new))


@pytest.mark.parametrize(
    ("leaving", "may_go"),
    [
        ("continue", False),
        ("continue  # the state says so", False),
        ("break", True),
        ("pass", True),
    ],
)
def test_a_loop_that_comes_to_the_cancellation_for_ever(leaving: str, may_go: bool) -> None:
    source = ANSWERS.replace('return "stopped"', leaving)
    assert ("background=True" in fix_all(source)) is may_go
    assert bool(blockers(source)) is not may_go


def test_a_loop_whose_calls_are_answered_by_nothing() -> None:
    source = ANSWERS.replace(
        """            return "stopped"
        if run.status == "requires_action":
            answer(run, thread_id)
""",
        "",
    )
    assert blockers(source)
    assert "background=True" not in fix_all(source)


def test_what_a_response_asks_for_is_whole_once_it_is_completed() -> None:
    after = fix_all(ANSWERS)
    whole = 'for item in response.output if response.status == "completed"'
    assert whole in " ".join(after.split())
    assert 'item.type == "function_call" and' not in after
    kept = ANSWERS.replace(
        'if run.status == "requires_action":', "action = run.required_action\n        if action:"
    )
    assert 'if item.type == "function_call" and response.status == "completed"' in " ".join(
        fix_all(kept).split()
    )
