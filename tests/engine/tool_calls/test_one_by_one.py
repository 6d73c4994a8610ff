"""Outputs of tool calls that are handed in one by one, or in several branches."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

BEFORE = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")


def ask(thread_id):
    run = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant.id
    )
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            break
        elif run.status == "requires_action":
            for call in run.required_action.submit_tool_outputs.tool_calls:
                if call.function.name == "one":
                    client.beta.threads.runs.submit_tool_outputs(
                        thread_id=thread_id,
                        run_id=run.id,
                        tool_outputs=[{"tool_call_id": call.id, "output": "1"}],
                    )
                elif call.function.name == "two":
                    client.beta.threads.runs.submit_tool_outputs(
                        thread_id=thread_id,
                        run_id=run.id,
                        tool_outputs=[{"tool_call_id": call.id, "output": "2"}],
                    )
        time.sleep(1)
    return run.status
"""
AFTER = """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o")


def ask(thread_id):
    response = assistant(conversation=thread_id)
    while calls := [item for item in response.output if item.type == "function_call"]:
        asked = response
        for call in calls:
            if call.name == "one":
                response = assistant(
                    conversation=thread_id,
                    input=[
                        {
                            "type": "function_call_output",
                            "call_id": call.call_id,
                            "output": "1",
                        }
                    ],
                )
            elif call.name == "two":
                response = assistant(
                    conversation=thread_id,
                    input=[
                        {
                            "type": "function_call_output",
                            "call_id": call.call_id,
                            "output": "2",
                        }
                    ],
                )
        if response is asked:
            break
    return (
        "requires_action"
        if any(item.type == "function_call" for item in response.output)
        else str(response.status)
    )
"""


def test_the_loop_ends_where_a_round_made_no_new_response() -> None:
    becomes(BEFORE, AFTER)
    said = notes(BEFORE)
    assert any("handed in one by one" in note for note in said)
    assert any("the loop ends" in note for note in said)


def test_a_place_outside_of_the_branch_that_answers() -> None:
    other = """        if run.status == "failed":
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=[]
            )
        time.sleep(1)
"""
    program = BEFORE.replace("        time.sleep(1)\n", other)
    assert any("at more than one place" in message for _, message in blockers(program))


def test_outputs_of_a_function_without_types_go_into_a_list_without_types() -> None:
    program = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)


def answer(call_id, text):
    return {"tool_call_id": call_id, "output": text}


outputs = []
for call in run.required_action.submit_tool_outputs.tool_calls:
    outputs.append(answer(call.id, "1"))
run = client.beta.threads.runs.submit_tool_outputs_and_poll(
    thread_id=thread.id, run_id=run.id, tool_outputs=outputs
)
"""
    after = fix_all(program)

    assert "\noutputs = []\n" in after
    assert '{"type": "function_call_output", "call_id": call_id, "output": text}' in after
    assert "ResponseInputItemParam" not in after
