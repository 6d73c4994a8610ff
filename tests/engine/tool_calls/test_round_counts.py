"""Loops that answer tool calls and count their rounds."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

LOOP = """import json
import time

from openai import AzureOpenAI

from tools import lookup

client = AzureOpenAI()
assistant = client.beta.assistants.retrieve("asst_1")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
rounds = 0
while rounds < 10:
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    rounds += 1
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            output = lookup(**json.loads(call.function.arguments))
            outputs.append({"tool_call_id": call.id, "output": output})
        run = client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    if run.status in ("completed", "failed"):
        break
    time.sleep(1)
"""


def test_counted_rounds_in_foundry() -> None:
    after = fix_all(LOOP)
    assert (
        'while calls := [item for item in response.output if item.type == "function_call"]:'
        in after
    )
    assert "beta" not in after


def test_a_count_that_is_read_where_calls_are_answered() -> None:
    told = LOOP.replace("        outputs = []", "        print(rounds)\n        outputs = []")
    assert "the loop counts its rounds, and this reads the count" in {m for _, m in blockers(told)}
    assert fix_all(told) == told


def test_a_count_that_begins_anew_with_an_answer() -> None:
    anew = LOOP.replace("    if run.status in", "        rounds = 0\n    if run.status in")
    assert "beta" not in fix_all(anew)
