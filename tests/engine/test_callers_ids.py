"""Callers out of view that only have the first id of a run."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

STEP = """import json
from openai import OpenAI
from desk.tools import call

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Help.")


def start(thread_id: str) -> str:
    return client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id).id


def step(thread_id: str, run_id: str) -> bool:
    run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
    if run.status == "completed":
        return True
    if run.status == "requires_action":
        outputs = []
        for tool in run.required_action.submit_tool_outputs.tool_calls:
            result = call(tool.function.name, json.loads(tool.function.arguments))
            outputs.append({"tool_call_id": tool.id, "output": result})
        run = client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=run_id, tool_outputs=outputs
        )
    return False
"""


def test_a_step_that_tells_nobody_of_the_new_response_blocks() -> None:
    assert "callers out of view have the id of the first response" in str(blockers(STEP))


def test_a_step_that_returns_it_is_migrated() -> None:
    told = STEP.replace("-> bool", "-> str").replace("return True", "return run_id")
    told = told.replace("    return False", "    return run.id")
    assert not look(fix_all(told)).findings


def test_a_run_whose_state_says_that_it_ended_is_cancelled_in_vain() -> None:
    ended = STEP.replace(
        """    if run.status == "completed":
        return True
""",
        """    if run.status in ("failed", "expired"):
        client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)
    if run.status == "completed":
        return True
""",
    )
    assert "can be cancelled" not in str(blockers(ended))
    assert "can be cancelled" in str(blockers(ended.replace('"expired"', '"in_progress"')))
