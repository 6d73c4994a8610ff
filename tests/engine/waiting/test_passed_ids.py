"""Wrappers whose methods only pass on the ids of runs: what cancels them, and hands in outputs."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

WRAPPER = """from openai import OpenAI


class Wrapper:
    def __init__(self):
        self.client = OpenAI()

    def create_run(self, thread_id, assistant_id):
        return self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=assistant_id
        )

    def retrieve_run(self, thread_id, run_id):
        return self.client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)

    def cancel_run(self, thread_id, run_id):
        return self.client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)

    def submit_tool_outputs(self, thread_id, run_id, tool_outputs):
        return self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=run_id, tool_outputs=tool_outputs
        )
"""


def test_each_response_is_in_the_background() -> None:
    after = fix_all(WRAPPER)
    assert "return self.client.responses.cancel(run_id)" in after
    assert after.count("background=True") == 2
    assert "**asked_before(self.client.responses.retrieve(run_id))" in after
    assert any("hand on the new id" in note for note in notes(WRAPPER))
    assert any("owed outputs" in note for note in notes(WRAPPER))


WAITS = """
    def wait(self, thread_id, run_id):
        for _ in range(60):
            run = self.retrieve_run(thread_id, run_id)
            if run.status in ("completed", "requires_action"):
                return run
        self.cancel_run(thread_id, run.id)
        raise TimeoutError(run_id)
"""


def test_what_waits_passes_the_id_on_too() -> None:
    assert "self.cancel_run(thread_id, run.id)" in fix_all(WRAPPER + WAITS)
    asked = """

def main(wrapper: Wrapper, thread_id, assistant_id):
    run = wrapper.create_run(thread_id, assistant_id)
    return wrapper.wait(thread_id, run.id)
"""
    assert "background=True" in fix_all(WRAPPER + WAITS + asked)


HANDS_IN = """
    def answer(self, thread_id, run_id, outputs):
        self.submit_tool_outputs(thread_id, run_id, outputs)
        self.cancel_run(thread_id, run_id)
"""
KNOWS = """
    def stop(self, thread_id):
        self.cancel_run(thread_id, self.run_id)
"""
ALIAS = """
    def methods(self):
        return {"submit": self.submit_tool_outputs}
"""
CALLS = """
    def other(self, thread_id, run_id):
        self.answer_all(thread_id, run_id)
        self.cancel_run(thread_id, run_id)

    def answer_all(self, thread_id, run_id):
        self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=run_id, tool_outputs=[]
        )
"""


@pytest.mark.parametrize("more", [HANDS_IN, KNOWS, ALIAS, CALLS])
def test_an_id_that_may_be_that_of_the_first_response(more: str) -> None:
    assert any("`background=True` can be cancelled" in why for _, why in blockers(WRAPPER + more))
    assert "background=True" not in fix_all(WRAPPER + more)
