"""Loops that answer tool calls and go by a name that the status of the run is kept in."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_HEAD = """\
import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
"""
_ANSWER = """\
            outputs = [
                {"tool_call_id": call.id, "output": "1"}
                for call in run.required_action.submit_tool_outputs.tool_calls
            ]
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
"""


def test_a_loop_goes_by_the_name_of_a_status() -> None:
    after = fix_all(
        _HEAD
        + """\
    status = run.status
    while status not in ("completed", "failed"):
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        status = run.status
        if status == "requires_action":
"""
        + _ANSWER
        + '    return "ended as " + status\n'
    )

    assert "    while calls := [item for item in response.output" in after
    assert '    status = str(response.status)\n    return "ended as " + status\n' in after
    assert after.count("status =") == 1
    assert "sleep" not in after


def test_a_status_that_is_read_while_calls_are_answered_is_known_there() -> None:
    after = fix_all(
        _HEAD
        + """\
    status = run.status
    while status not in ("completed", "failed"):
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        status = run.status
        if status == "requires_action":
            print(status)
"""
        + _ANSWER
        + "    return status\n"
    )

    assert after.index('"requires_action"') < after.index("while calls :=")
    assert "            print(status)\n" not in after.split("while calls :=")[0]
    assert "    status = response.status\n    return status\n" in after


def test_a_name_with_another_meaning_leads_no_loop() -> None:
    after = fix_all(
        _HEAD
        + """\
    status = input()
    while status not in ("completed", "failed"):
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        status = run.status
        if status == "requires_action":
"""
        + _ANSWER
        + "    return status\n"
    )

    assert "while status not in" in after


def test_a_store_beside_the_loop_is_not_held_back() -> None:
    source = (
        _HEAD.replace("    run =", '    client.beta.vector_stores.create(name="s")\n    run =')
        + """\
    status = run.status
    while status not in ("completed", "failed"):
        if status == "requires_action":
"""
        + _ANSWER
        + """\
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        status = run.status
"""
    )

    assert "beta" not in fix_all(source)
