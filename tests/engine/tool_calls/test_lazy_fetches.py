"""A generator that fetches a run by its first id does not see the response that goes on."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_PROGRAM = """\
import time

from openai import OpenAI

client = OpenAI()
TOOLS = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]
tutor = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.", tools=TOOLS)


def watch(thread_id, run_id):
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        yield run
        if run.status in ("completed", "failed"):
            return
        time.sleep(1)


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=tutor.id)
    for run in watch(thread_id, run.id):
        if run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            outputs = [{"tool_call_id": call.id, "output": "1"} for call in calls]
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
    return run.status
"""
_FIRST = "goes on to fetch the first response"
_FOR = "    for run in watch(thread_id, run.id):\n"


@pytest.mark.parametrize(
    "program",
    [
        _PROGRAM,
        _PROGRAM.replace(_FOR, f"    rounds = watch(thread_id, run.id)\n{_FOR}").replace(
            "in watch(thread_id, run.id):", "in rounds:"
        ),
    ],
)
def test_outputs_of_a_watched_run_are_left_to_a_person(program: str) -> None:
    assert [message for _, message in blockers(program) if _FIRST in message]
    assert "beta.threads.runs.submit_tool_outputs" in fix_all(program)


def test_a_watched_run_without_outputs_migrates() -> None:
    head, _, tail = _PROGRAM.partition('        if run.status == "requires_action":\n')
    alone = f"{head}        print(run.status)\n{tail[tail.index('    return run.status') :]}"
    after = fix_all(alone.replace(", tools=TOOLS", ""))

    assert ".beta." not in after
