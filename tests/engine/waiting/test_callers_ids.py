"""Callers out of view that only have the first id of a run."""

from __future__ import annotations

from textwrap import indent

import pytest
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
    assert "cancels the one before" in str(blockers(ended.replace('"expired"', '"in_progress"')))


TOLD = """    if run.status == "requires_action":
        run = client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=run_id, tool_outputs=outputs_of(run)
        )
"""
HEAD = """from openai import OpenAI

client = OpenAI()


def outputs_of(run):
    calls = run.required_action.submit_tool_outputs.tool_calls
    return [{"tool_call_id": call.id, "output": "1"} for call in calls]


"""
FETCH = "    run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)\n"


@pytest.mark.parametrize(
    "source",
    [
        # what is printed reaches no caller
        (
            f"def step(thread_id, run_id):\n{FETCH}{TOLD}"
            '        print(f"handed in for {run.id}")\n    return run.status\n'
        ),
        # nor does what a function prints that the new response is given to
        (
            f"def step(thread_id, run_id):\n{FETCH}{TOLD}        show(run)\n    return run.status\n"
            "\n\ndef show(run):\n    print(run.id)\n"
        ),
        # a loop over calls does not ask again
        (
            f"def step(thread_id, run_id):\n{FETCH}"
            '    if run.status == "requires_action":\n'
            "        for output in outputs_of(run):\n"
            "            run = client.beta.threads.runs.submit_tool_outputs(\n"
            "                thread_id=thread_id, run_id=run_id, tool_outputs=[output]\n"
            "            )\n    return run.status\n"
        ),
        # the function ends before its loop does
        (
            f"def step(thread_id, run_id):\n    while True:\n{indent(FETCH + TOLD, '    ')}"
            '            return "again"\n'
            '        if run.status == "completed":\n            return run.status\n'
        ),
        # the id is kept beside that of its thread
        (
            "class Runs:\n    def check(self, user):\n"
            "        thread_id, run_id = self.runs[user]\n"
            f"{indent(FETCH + TOLD, '    ')}        return run.status\n"
        ),
        # the id is of a request
        (
            "def check(thread_id, request):\n"
            f'    run_id = request.args["run_id"]\n{FETCH}{TOLD}    return run.status\n'
        ),
    ],
)
def test_who_has_the_first_id_is_not_told(source: str) -> None:
    assert "the first response, and this one has another" in str(blockers(HEAD + source))


def test_a_caller_in_view_that_has_the_id_from_out_of_view() -> None:
    source = (
        f"{HEAD}def step(thread_id, run_id):\n{FETCH}"
        '    if run.status == "requires_action":\n        hand_in(thread_id, run)\n'
        "    return run.status\n\n\ndef hand_in(thread_id, run):\n"
        "    client.beta.threads.runs.submit_tool_outputs(\n"
        "        thread_id=thread_id, run_id=run.id, tool_outputs=outputs_of(run)\n    )\n"
    )
    assert fix_all(source) == source
    told = source.replace("return run.status", 'return {"id": run.id, "state": run.status}')
    assert "response = hand_in(thread_id, response)" in fix_all(told)


KEPT = (
    HEAD
    + """class Chat:
    def __init__(self, thread_id, assistant_id):
        self.thread_id = thread_id
        self.run_id = client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=assistant_id
        ).id

    def poll(self):
        run = client.beta.threads.runs.retrieve(thread_id=self.thread_id, run_id=self.run_id)
        if run.status == "requires_action":
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=self.thread_id, run_id=self.run_id, tool_outputs=outputs_of(run)
            )
        return run.status == "completed"
"""
)


def test_an_object_that_keeps_the_first_id() -> None:
    after = fix_all(KEPT)
    assert "responses.retrieve(latest_response(self.run_id))\n" in after
    assert "run = goes_on(\n" in after.replace("response = goes_on(\n", "run = goes_on(\n")
    session = KEPT.replace("self.run_id", 'session["run_id"]')
    assert "still has the id of the first response" in str(blockers(session))
    end = "outputs_of(run)\n            )\n"
    told = KEPT.replace(end, f"{end}            self.run_id = run.id\n")
    assert "            self.run_id = response.id\n" in fix_all(told)
