"""Methods that hand in outputs, where their callers fetch the run again by its id."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

CHAT = """import time

from openai import OpenAI


class Chat:
    def __init__(self, assistant_id, thread_id):
        self.client = OpenAI()
        self.id = assistant_id
        self.thread_id = thread_id

    def answer(self):
        run = self.client.beta.threads.runs.create(
            thread_id=self.thread_id, assistant_id=self.id
        )
        while run.status != "completed":
            if run.status == "requires_action":
                outputs = [
                    {"tool_call_id": call.id, "output": "noon"}
                    for call in run.required_action.submit_tool_outputs.tool_calls
                ]
                self.submit(run.id, outputs)
            elif run.status == "failed":
                return None
            time.sleep(1)
            run = self.get(run.id)
        return run.status

    def get(self, run_id):
        return self.client.beta.threads.runs.retrieve(run_id, thread_id=self.thread_id)

    def submit(self, run_id, outputs):
        run = self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=self.thread_id, run_id=run_id, tool_outputs=outputs
        )
        return run
"""
FETCH = "            run = self.get(run.id)\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        (
            FETCH,
            FETCH.replace("self.get(", "self.client.beta.threads.runs.retrieve(").replace(
                "run.id", "run.id, thread_id=self.thread_id"
            ),
        ),
        (
            "        run = self.client.beta.threads.runs.submit",
            "        return self.client.beta.threads.runs.submit",
        ),
    ],
    ids=["by a method", "here", "returned at once"],
)
def test_the_callers_go_on_with_what_is_returned(old: str, new: str) -> None:
    source = CHAT.replace(old, new) if old else CHAT
    if "return self.client.beta.threads.runs.submit" in source:
        source = source.removesuffix("        return run\n")
    after = fix_all(source)
    becomes(source, after)
    assert "                response = self.submit(response.id, outputs)\n" in after
    assert "**definition_of(self.id)" in after
    assert "beta" not in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("            time.sleep(1)\n", "            print(run.status)\n"),
        (FETCH, "            if run.status:\n    " + FETCH),
        (
            "                self.submit(run.id, outputs)\n",
            "                self.submit(run.id, outputs)\n                break\n",
        ),
    ],
    ids=["read before", "fetched at times", "left"],
)
def test_what_the_run_was_before_is_read(old: str, new: str) -> None:
    after = fix_all(CHAT.replace(old, new))
    assert "                self.submit(response.id, outputs)\n" in after
    assert "        run = goes_on(\n            run_id,\n" in after
    assert "return self.client.responses.retrieve(latest_response(run_id))\n" in after
