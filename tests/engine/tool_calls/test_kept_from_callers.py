"""Functions that hand in outputs and say something else: callers that read nothing lose nothing."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI


class Desk:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, thread_id, assistant_id):
        run = self.client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=assistant_id
        )
        if run.status == "requires_action":
            return self.answer(run, thread_id)
        return run.status

    def answer(self, run, thread_id):
        calls = run.required_action.submit_tool_outputs.tool_calls
        run = self.client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id,
            run_id=run.id,
            tool_outputs=[{"tool_call_id": call.id, "output": "x"} for call in calls],
        )
        return f"then {run.status}"
"""


def test_what_no_caller_reads_again_may_be_kept() -> None:
    after = fix_all(SOURCE)
    assert "return self.answer(response, thread_id, assistant_id=assistant_id)" in after
    assert "        run = self.client.responses.create(\n" in after
    assert "beta" not in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("            return self.answer(", "            said = self.answer("),
        ("self.answer(run,", "self.answer(self.run,"),
        ("class Desk:", "class Desk(Table):"),
        ("        if run", "        self.run_id = run.id\n        if run"),
        ("        if run", "        remember(run)\n        if run"),
    ],
    ids=["read again", "an attribute", "callers out of view", "an id is kept", "a run is kept"],
)
def test_callers_that_may_read_it_have_what_it_was_before(old: str, new: str) -> None:
    source = SOURCE.replace(old, new)
    if "self.run," in new:
        source = source.replace("        if run", "        self.run = run\n        if run", 1)
    after = fix_all(source)
    assert blockers(source) or "self.answer(" in after
    assert "response = self.answer" not in after


def test_a_run_that_is_fetched_by_an_id_from_elsewhere_blocks() -> None:
    source = SOURCE.replace(
        """        run = self.client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=assistant_id
        )
        if""",
        """        run = self.client.beta.threads.runs.retrieve(self.run_id, thread_id=thread_id)
        if""",
    )
    assert blockers(source)
