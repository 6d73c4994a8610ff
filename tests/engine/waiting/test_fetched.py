"""Loops that fetch a run by its id, and answer its calls."""

from __future__ import annotations

from tests.engine.checks import becomes, notes
from tests.rules.fixing import fix_all

BEFORE = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")


def start(thread_id):
    run = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant.id
    )
    return {"run_id": run.id}


def check(data, thread_id):
    run_id = data["run_id"]
    start_time = time.time()
    while time.time() - start_time < 8:
        # how far is it?
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        if run.status == "completed":
            return "done"
        if run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id,
                run_id=run_id,
                tool_outputs=[{"tool_call_id": c.id, "output": "1"} for c in calls],
            )
        time.sleep(1)
    return "too late"
"""
AFTER = """import time
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o")


def start(thread_id):
    response = assistant(conversation=thread_id)
    return {"run_id": response.id}


def check(data, thread_id):
    run_id = data["run_id"]
    start_time = time.time()
    # how far is it?
    response = client.responses.retrieve(run_id)
    while calls := [item for item in response.output if item.type == "function_call"]:
        response = assistant(
            conversation=thread_id,
            input=[
                {
                    "type": "function_call_output",
                    "call_id": c.call_id,
                    "output": "1",
                }
                for c in calls
            ],
        )
    if response.status == "completed":
        return "done"
    return "too late"
"""


def test_the_run_is_fetched_once() -> None:
    becomes(BEFORE, AFTER)
    said = notes(BEFORE)
    assert any("time-out is gone" in note for note in said)
    assert any("who fetches it by that id again gets the first one" in note for note in said)


def test_an_id_that_is_read_behind_the_loop() -> None:
    program = BEFORE.replace('return "too late"', "return run_id")
    assert "client.responses.retrieve(run_id)" not in fix_all(program)


def test_a_parameter_that_is_read_behind_the_loop_is_renewed() -> None:
    program = BEFORE.replace("def check(data, thread_id)", "def check(run_id, thread_id)")
    program = program.replace('    run_id = data["run_id"]\n', "")
    program = program.replace('return "too late"', "print(run_id)")
    assert "            run_id = assistant(\n" in fix_all(program)
