"""The agent of a run that another function makes, as that function is given it."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

PROGRAM = """from openai import OpenAI

client = OpenAI()
ASSISTANT = "asst_1"


def start(assistant_id, thread_id):
    return client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)


def answer(thread_id):
    run = start(ASSISTANT, thread_id)
    calls = run.required_action.submit_tool_outputs.tool_calls
    outputs = [{"tool_call_id": call.id, "output": "1"} for call in calls]
    run = client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )
    return run.status
"""


def test_what_a_parameter_is_given_where_the_run_goes_on() -> None:
    after = fix_all(PROGRAM)
    assert "    return client.responses.create(**ASSISTANTS[assistant_id]" in after
    assert "    run = client.responses.create(\n        **ASSISTANTS[ASSISTANT]" in after


def test_another_call_with_another_agent() -> None:
    after = fix_all(PROGRAM + '\n\nstart("asst_2", "conv_1")\n')
    assert "    run = client.responses.create(\n        **ASSISTANTS[ASSISTANT]" in after


def test_a_run_that_two_calls_make() -> None:
    other = PROGRAM.replace(
        "    calls =", '    if not run.id:\n        run = start("asst_2", thread_id)\n    calls ='
    )
    assert any("not at hand here" in message for _, message in blockers(other))


def test_a_name_that_means_something_else_by_then() -> None:
    program = PROGRAM.replace(
        "    run = start(ASSISTANT, thread_id)",
        "    mine = ASSISTANT\n    run = start(mine, thread_id)\n    mine = None",
    )
    assert any("not at hand here" in message for _, message in blockers(program))
