"""The agent of a run that another function makes, as that function is given it."""

from __future__ import annotations

from tests.rules.fixing import fix_all

PROGRAM = """from openai import OpenAI

client = OpenAI()
one = client.beta.assistants.create(model="gpt-4o")
two = client.beta.assistants.create(model="gpt-4o", instructions="Else.")


def start(assistant_id, thread_id):
    return client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)


def answer(thread_id):
    run = start(one.id, thread_id)
    calls = run.required_action.submit_tool_outputs.tool_calls
    outputs = [{"tool_call_id": call.id, "output": "1"} for call in calls]
    run = client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )
    return run.status
"""


def test_what_a_parameter_is_given_where_the_run_goes_on() -> None:
    after = fix_all(PROGRAM)
    assert "    return assistant_id(conversation=thread_id)" in after
    assert "    run = one(conversation=thread_id, input=outputs)" in after


def test_another_call_with_another_agent() -> None:
    after = fix_all(PROGRAM + '\n\nstart(two.id, "conv_1")\n')
    assert "    run = one(conversation=thread_id, input=outputs)" in after


def test_a_run_that_two_calls_make() -> None:
    other = PROGRAM.replace(
        "    calls =", "    if not run.id:\n        run = start(two.id, thread_id)\n    calls ="
    )
    assert "**asked_before(" in fix_all(other)


def test_a_name_that_means_something_else_by_then() -> None:
    program = PROGRAM.replace(
        "    run = start(one.id, thread_id)",
        "    mine = one.id\n    run = start(mine, thread_id)\n    mine = None",
    )
    assert "**asked_before(" in fix_all(program)
