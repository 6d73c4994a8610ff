"""The status of a run that is kept or given back, and compared where nothing tells of the run."""

from __future__ import annotations

from datetime import date

import pytest

from unspool_rules.api import analyse

_PROGRAM = """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()


def state(run_id):
    return client.beta.threads.runs.retrieve(run_id, thread_id=thread.id).status


run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
status = {}
"""


def _blockers(text: str) -> set[str]:
    findings = analyse(text, today=date(2026, 11, 22)).findings
    return {blocker.message for finding in findings for blocker in finding.blockers}


@pytest.mark.parametrize("kept", ["run.status", "state(run.id)"])
def test_waiting_for_outputs_is_no_status_of_a_response(kept: str) -> None:
    compared = _PROGRAM.format(kept) + 'if status == "requires_action":\n    print("calls")\n'
    matched = _PROGRAM.format(kept) + (
        'match status:\n    case "requires_action":\n        print("calls")\n'
    )
    message = "a response has no status `requires_action`: test for its calls"

    assert _blockers(compared) == {message}
    assert _blockers(matched) == {message}


def test_one_of_several_states_that_are_waited_for_stays() -> None:
    waits = 'while status in ("queued", "requires_action"):\n    status = state(run.id)\n'

    assert not _blockers(_PROGRAM.format("run.status") + waits)
