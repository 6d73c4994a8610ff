"""A table that has the id of a run is asked again, whoever gets the new response."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
RUNS = {}


def start(user):
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=desk.id)
    RUNS[user] = run.id


def check(user):
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=RUNS[user])
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "57"})
        run = client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=RUNS[user], tool_outputs=outputs
        )
    return run
"""


@pytest.mark.parametrize("asked", ["RUNS[user]", "RUNS.get(user)", "session[user]"])
def test_a_table_that_is_asked_again_needs_the_new_id(asked: str) -> None:
    source = SOURCE.replace("run_id=RUNS[user]", f"run_id={asked}")
    assert any(f"`{asked}` still has the id of the first" in why for _, why in blockers(source))


def test_a_table_that_gets_the_new_id_is_right() -> None:
    after = fix_all(SOURCE.replace("    return run\n", "    RUNS[user] = run.id\n    return run\n"))
    assert "    RUNS[user] = response.id\n    return response\n" in after
    assert "beta" not in after
