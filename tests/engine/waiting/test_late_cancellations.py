"""A run whose id is known when it is finished can be cancelled no more than a response."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import time

from openai import OpenAI


class Desk:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, thread_id, assistant_id):
        run = self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=assistant_id
        )
        while run.status != "completed":
            time.sleep(1)
            run = self.client.beta.threads.runs.retrieve(
                thread_id=thread_id, run_id=run.id
            )
        return run.id

    def cancel(self, thread_id, run_id):
        return self.client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)
"""
ANSWERS = """            if run.status == "requires_action":
                self.submit_tool_outputs(run)
        return run.id

    def submit_tool_outputs(self, run):
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "x"})
        self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=run.thread_id, run_id=run.id, tool_outputs=outputs
        )
"""


def test_a_finished_response_is_cancelled_as_a_finished_run_was() -> None:
    after = fix_all(SOURCE)
    assert "        return self.client.responses.cancel(run_id)\n" in after
    assert "background" not in after
    assert any("is an error, as it was" in note for note in notes(SOURCE))


def test_a_loop_that_is_left_when_the_run_has_ended() -> None:
    start, end = SOURCE.index("        while"), SOURCE.index("        return run.id")
    loop = """        while True:
            run = self.client.beta.threads.runs.retrieve(
                thread_id=thread_id, run_id=run.id
            )
            if run.status in ("completed", "failed"):
                break
            time.sleep(1)
"""
    assert "responses.cancel(run_id)" in fix_all(SOURCE[:start] + loop + SOURCE[end:])
    timed = loop.replace(
        "            time.sleep(1)", "            if done():\n                break"
    )
    assert "background=True" in fix_all(SOURCE[:start] + timed + SOURCE[end:])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        while", "        self.run_id = run.id\n        while"),
        ("            time.sleep(1)", "            keep(run.id)"),
        ('"completed":', '"completed" and run.status != "requires_action":'),
        ('!= "completed"', 'in ("queued", "in_progress")'),
    ],
    ids=["kept", "kept while waiting", "waits for outputs", "not ended"],
)
def test_a_run_that_may_be_at_work_is_in_the_background(old: str, new: str) -> None:
    after = fix_all(SOURCE.replace(old, new, 1))
    assert "background=True" in after
    assert "responses.cancel(run_id)" in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        while", "        remember(run)\n        while"),
        ("assistant_id=assistant_id\n", "assistant_id=assistant_id, stream=True\n"),
    ],
    ids=["handed on", "streams"],
)
def test_a_run_that_may_be_at_work_blocks(old: str, new: str) -> None:
    assert blockers(SOURCE.replace(old, new, 1))


def test_a_method_may_be_called_as_the_sdk_calls_its_own() -> None:
    source = SOURCE.replace("        return run.id\n", ANSWERS)
    after = fix_all(source)
    assert "response = self.submit_tool_outputs(response, assistant_id=assistant_id)" in after
    assert "responses.cancel(run_id)" in after
    assert "beta" not in after


def test_what_stands_in_another_branch_is_not_read_behind() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    if run.status == "requires_action":
        return answer(run, thread_id, assistant_id)
    elif run.status == "completed":
        return "done"
    return run.status


def answer(run, thread_id, assistant_id):
    calls = run.required_action.submit_tool_outputs.tool_calls
    return client.beta.threads.runs.submit_tool_outputs_and_poll(
        thread_id=thread_id,
        run_id=run.id,
        tool_outputs=[{"tool_call_id": call.id, "output": "x"} for call in calls],
    )
"""
    assert "beta" not in fix_all(source)
    after = fix_all(source.replace("        return answer(", "        answer("))
    assert "        answer(response, thread_id, assistant_id)\n" in after
