"""Functions that are given a run, and answer its calls until it is finished."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """import json
import time

from openai import OpenAI

client = OpenAI()
TOOLS = {"weather": str}


def start(thread_id):
    return client.beta.threads.runs.create(thread_id=thread_id, assistant_id="asst_1")


def answers(run):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        output = TOOLS[call.function.name](**json.loads(call.function.arguments))
        outputs.append({"tool_call_id": call.id, "output": output})
    return outputs


"""
LOOP = """def finish(run, thread_id):
    while run.status != "completed":
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "requires_action":
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=answers(run)
            )
    return "done"
"""
AGAIN = """def finish(run, thread_id):
    if run.status == "completed":
        return "done"
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        thread_id=thread_id, run_id=run.id, tool_outputs=answers(run)
    )
    return finish(run, thread_id)
"""
NOTE = "the run is finished here: callers that are not in view, and read it again, have its first "


@pytest.mark.parametrize("function", [LOOP, AGAIN], ids=["in a loop", "by itself"])
def test_a_function_that_finishes_a_run_needs_no_callers_in_view(function: str) -> None:
    after = fix_all(HEAD + function)
    becomes(HEAD + function, after)
    assert "beta" not in after
    assert "        run = client.responses.create(\n" in after or function == AGAIN
    assert any(note.startswith(NOTE) for note in notes(HEAD + function))


def test_others_give_the_new_response_back() -> None:
    once = LOOP.replace("    while run", "    if run").replace("        time.sleep(1)\n", "")
    found = [message for _, message in blockers(HEAD + once)]
    assert "the function keeps the new response from its callers: return it" in found
    other = AGAIN.replace("return finish(run, ", "return finish(start(thread_id), ")
    assert "return finish(start(thread_id), thread_id)" in fix_all(HEAD + other)


def test_a_caller_that_returns_behind_the_call_reads_nothing_old() -> None:
    source = (
        HEAD
        + """def hand_in(run, outputs, thread_id):
    try:
        last = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
        print("handed in", last.status)
    except Exception as error:
        print(error)


def act(run, thread_id):
    for call in run.required_action.submit_tool_outputs.tool_calls:
        arguments = json.loads(call.function.arguments)
        if call.function.name == "weather":
            hand_in(run, [{"tool_call_id": call.id, "output": "sunny"}], thread_id)
            return arguments["city"]
        if call.function.name == "time":
            hand_in(run, [{"tool_call_id": call.id, "output": "noon"}], thread_id)
            return arguments["zone"]
    return None


def ask(thread_id):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="asst_1")
    if run.status == "requires_action":
        return act(run, thread_id)
    return None
"""
    )
    after = fix_all(source)
    becomes(source, after)
    assert "beta" not in after
    behind = '            return arguments["city"]\n'
    assert not blockers(source)
    for ending in ("", behind.replace("return", "print(run.status)\n            return")):
        stale = fix_all(source.replace(behind, ending))
        assert "beta" not in stale and "goes_on" not in stale
