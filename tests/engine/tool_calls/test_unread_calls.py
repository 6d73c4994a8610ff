"""The calls of a round have a name where the round reads them, and else are only asked for."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

WHOLE = """import os

from openai import OpenAI

client = OpenAI()


def answers(run):
    calls = run.required_action.submit_tool_outputs.tool_calls
    return [{"tool_call_id": call.id, "output": call.function.name} for call in calls]


def ask(thread):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=os.environ["A"]
    )
    while run.status == "requires_action":
        %s
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    return run.status


print(ask(client.beta.threads.create()))
"""
TELLS = "print(len(run.required_action.submit_tool_outputs.tool_calls))"


@pytest.mark.parametrize(
    ("round_", "test"),
    [
        (
            "outputs = answers(run)",
            'while any(item.type == "function_call" for item in response.output):',
        ),
        (
            f"{TELLS}\n        outputs = answers(run)",
            'while calls := [item for item in response.output if item.type == "function_call"]:',
        ),
    ],
)
def test_a_round_names_its_calls_where_it_reads_them(round_: str, test: str) -> None:
    lines = fix_all(WHOLE % round_).splitlines()
    assert [line.strip() for line in lines if line.strip().startswith("while ")] == [test]
