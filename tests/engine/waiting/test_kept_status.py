"""The status of a run that is kept or given back, and compared where nothing tells of the run."""

from __future__ import annotations

from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

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
@pytest.mark.parametrize(
    "test",
    [
        'if status == "requires_action":\n    print("calls")\n',
        'match status:\n    case "requires_action":\n        print("calls")\n',
        'text = {"completed": "done", "requires_action": "calls"}[status]\n',
        'def describe(state):\n    return state != "requires_action"\n\n\ndescribe(status)\n',
    ],
)
def test_a_kept_status_still_says_that_calls_are_to_be_answered(kept: str, test: str) -> None:
    program = _PROGRAM.format(kept) + test
    found = analyse(program, today=date(2026, 11, 22))
    after = apply_edits(program, found.fix_all(unsafe=True))

    assert not _blockers(program)
    assert test in after
    assert 'if any(item.type == "function_call" for item in response.output)' in after
    assert "else str(response.status)" in after
    assert "    response = client.responses.retrieve(run_id)\n    return (" in after


def test_a_status_from_elsewhere_is_not_taken_for_one_that_was_kept() -> None:
    given = 'status = input()\nif status == "requires_action":\n    print("calls")\n'

    assert _blockers(_PROGRAM.format("run.status") + given) == {
        "a response has no status `requires_action`: test for its calls"
    }


def test_completed_is_no_state_of_a_response_that_asks_for_calls() -> None:
    program = _PROGRAM.format("None") + (
        'if run.status == "completed":\n    print("done")\n'
        'elif run.status == "requires_action":\n    print("calls")\n'
    )
    found = analyse(program, today=date(2026, 11, 22))
    after = apply_edits(program, found.fix_all(unsafe=True))

    assert 'if response.status == "completed" and not any(' in after
    assert 'elif any(item.type == "function_call" for item in response.output):' in after


def test_a_status_only_shown_stays_as_it_is() -> None:
    program = _PROGRAM.format("None") + (
        'if run.status == "requires_action":\n    raise RuntimeError(run.status)\n'
        "print(run.status)\n"
    )
    found = analyse(program, today=date(2026, 11, 22))
    after = apply_edits(program, found.fix_all(unsafe=True))

    assert "raise RuntimeError(response.status)" in after
    assert "print(response.status)" in after


def test_one_of_several_states_that_are_waited_for_stays() -> None:
    waits = 'while status in ("queued", "requires_action"):\n    status = state(run.id)\n'

    assert not _blockers(_PROGRAM.format("run.status") + waits)


def test_a_status_that_is_looked_for_among_others_still_says_so() -> None:
    program = _PROGRAM.format("None") + (
        'over = ["failed", input()]\nif run.status in over:\n    print("over")\n'
        'elif run.status == "completed" or run.status == "requires_action":\n    print("going")\n'
        'elif run.status != "completed" and run.status != "requires_action":\n    print("other")\n'
    )
    found = analyse(program, today=date(2026, 11, 22))
    after = apply_edits(program, found.fix_all(unsafe=True))

    assert '    else response.status\n) in over:\n    print("over")\n' in after
    calls = 'any(\n    item.type == "function_call" for item in response.output\n):'
    assert f'elif response.status == "completed" or {calls}' in after
    assert f'elif response.status != "completed" and not {calls}' in after


def test_a_loop_that_may_end_unanswered_leaves_no_completed_response() -> None:
    program = _PROGRAM.format("None") + (
        'while run.status == "requires_action":\n'
        "    outputs = answers(run.required_action.submit_tool_outputs.tool_calls)\n"
        "    if outputs:\n"
        "        run = client.beta.threads.runs.submit_tool_outputs_and_poll(\n"
        "            thread_id=thread.id, run_id=run.id, tool_outputs=outputs\n"
        "        )\n"
        'if run.status == "completed":\n    print("done")\n'
    )
    program = program.replace(
        "def state",
        "def answers(calls):\n"
        '    return [{"tool_call_id": c.id, "output": "1"} for c in calls]\n\n\ndef state',
    )
    found = analyse(program, today=date(2026, 11, 22))
    after = apply_edits(program, found.fix_all(unsafe=True))

    assert "    else:\n        break\n" in after
    assert 'if response.status == "completed" and not any(' in after
