"""Loops that answer calls until the run is completed, without asking whether there are any."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

_PROGRAM = """\
from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    while {}:
{}
    return run.id
"""
_ANSWER = """\
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "1"})
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
"""


def test_another_end_is_an_error_behind_the_loop() -> None:
    after = fix_all(_PROGRAM.format('run.status != "completed"', _ANSWER))

    assert "    while calls := [" in after
    assert (
        '    if response.status != "completed":\n'
        '        raise RuntimeError(f"the response ended as {response.status}")\n' in after
    )


@pytest.mark.parametrize(
    ("test", "answer"),
    [
        ('run.status != "completed"', _ANSWER.replace("_and_poll", "")),
        ('run.status != "failed"', _ANSWER),
    ],
)
def test_other_loops_are_left_alone(test: str, answer: str) -> None:
    program = _PROGRAM.format(test, answer)

    assert "RuntimeError" not in fix_all(program)
