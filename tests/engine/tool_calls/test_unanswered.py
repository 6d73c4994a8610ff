"""Functions that are offered to the model, and whose calls nothing answers, are told of."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes

OFFERED = """from openai import OpenAI

client = OpenAI()
tool = {"type": "function", "function": {"name": "now", "parameters": {"type": "object"}}}
desk = client.beta.assistants.create(model="gpt-4o", tools=[tool])
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=desk.id)
if run.status != "completed":
    raise RuntimeError(run.status)
"""
ANSWERED = """if run.status == "requires_action":
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "12"})
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        thread_id=thread.id, run_id=run.id, tool_outputs=outputs
    )
"""


def _told(source: str) -> bool:
    return any("nothing in the file answers" in note for note in notes(source))


def test_a_run_that_would_have_waited_is_told_of() -> None:
    assert _told(OFFERED)


@pytest.mark.parametrize(
    "source",
    [
        OFFERED + ANSWERED,
        OFFERED.replace('"type": "function", "function"', '"type": "code_interpreter", "other"'),
        OFFERED.replace('!= "completed"', '== "requires_action"'),
    ],
    ids=["answered", "no functions", "asked for"],
)
def test_nothing_is_told_where_none_would_have_waited(source: str) -> None:
    assert not _told(source)
