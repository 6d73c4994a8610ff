"""Loops that a finished run leaves before conditions which it would meet as well."""

from __future__ import annotations

from textwrap import indent

from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

_HEAD = """\
import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id):
    assistant = client.beta.assistants.create(model="gpt-4.1")
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
"""
_AFTER = """\
from functools import partial

from openai import OpenAI

client = OpenAI()


def ask(thread_id):
    assistant = partial(client.responses.create, model="gpt-4.1")
    response = assistant(conversation=thread_id)
"""
_END = "    return run.id\n"


def _loop(body: str) -> str:
    return _HEAD + indent(body, " " * 8) + _END


def _after(body: str) -> str:
    return _AFTER + indent(body, " " * 4) + "    return response.id\n"


def test_what_follows_runs_where_the_loop_is_not_left() -> None:
    becomes(
        _loop(
            'if run.status == "completed":\n    break\n'
            'if run.status not in ("queued", "in_progress"):\n    raise RuntimeError(run.status)\n'
            "time.sleep(1)\n"
        ),
        _after(
            'if response.status != "completed":\n'
            '    if response.status not in ("queued", "in_progress"):\n'
            "        raise RuntimeError(response.status)\n"
        ),
    )


def test_an_else_behind_it_is_put_aside_too() -> None:
    becomes(
        _loop(
            'if run.status == "completed":\n    break\n'
            'if run.status in ("queued", "in_progress"):\n    time.sleep(1)\n'
            "else:\n    raise RuntimeError(run.status)\n"
        ),
        _after(
            'if response.status != "completed":\n'
            '    if response.status not in ("queued", "in_progress"):\n'
            "        raise RuntimeError(response.status)\n"
        ),
    )


def test_branches_that_leave_become_one_choice_with_it() -> None:
    becomes(
        _loop(
            'if run.status == "completed":\n    print("done")\n    break\n'
            'elif run.status == "failed":\n    print("failed")\n    break\n'
            'if run.status != "queued":\n    raise RuntimeError(run.status)\n'
            "time.sleep(1)\n"
        ),
        _after(
            'if response.status == "completed":\n    print("done")\n'
            'elif response.status == "failed":\n    print("failed")\n'
            'elif response.status != "queued":\n    raise RuntimeError(response.status)\n'
        ),
    )


def test_what_no_finished_run_came_to_goes() -> None:
    becomes(
        _loop(
            'if run.status not in ("queued", "in_progress"):\n    break\n'
            'if run.status == "queued":\n    time.sleep(1)\n'
            'elif run.status == "failed":\n    raise RuntimeError(run.last_error)\n'
        ),
        _after(""),
    )


def test_conditions_on_other_states_stay_beside_it() -> None:
    becomes(
        _loop(
            'if run.status == "completed":\n    break\n'
            'if run.status in ("failed", "expired"):\n    raise RuntimeError(run.status)\n'
            "time.sleep(1)\n"
        ),
        _after(
            'if response.status in ("failed", "expired"):\n'
            "    raise RuntimeError(response.status)\n"
        ),
    )


def test_a_run_that_is_fetched_again_meets_what_follows() -> None:
    after = fix_all(
        _loop(
            'if run.status == "completed":\n    break\n'
            "time.sleep(1)\n"
            "run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)\n"
            'if run.status == "completed":\n    print(run.id)\n'
        )
    )

    assert '    if response.status == "completed":\n        print(response.id)\n' in after


def test_a_branch_that_goes_on_keeps_the_loop() -> None:
    after = fix_all(
        _loop(
            'if run.status == "failed":\n    print("failed")\n'
            'elif run.status != "in_progress":\n    break\n'
            'if run.status not in ("queued", "in_progress"):\n    raise RuntimeError(run.status)\n'
        )
    )

    assert "    while True:\n        response = client.responses.retrieve(response.id)\n" in after


def test_a_break_in_an_attempt_keeps_the_loop() -> None:
    after = fix_all(
        _loop(
            'try:\n    if run.status == "completed":\n        break\n'
            "except ValueError:\n    pass\n"
            'if run.status not in ("queued", "in_progress"):\n    raise RuntimeError(run.status)\n'
        )
    )

    assert "    while True:\n        response = client.responses.retrieve(response.id)\n" in after


def test_an_import_behind_it_is_for_all_runs() -> None:
    after = fix_all(
        _loop(
            'if run.status == "completed":\n    break\n'
            "import sys\n"
            'if run.status != "queued":\n    raise RuntimeError(sys.argv)\n'
        )
    )

    assert "    import sys\n" in after
    assert (
        '    if response.status != "completed":\n'
        '        if response.status != "queued":\n'
        "            raise RuntimeError(sys.argv)\n" in after
    )


def test_calls_are_answered_in_what_is_put_aside() -> None:
    after = fix_all(
        _loop(
            'if run.status not in ("queued", "in_progress", "requires_action"):\n    break\n'
            'if run.status == "requires_action":\n'
            "    outputs = [\n"
            '        {"tool_call_id": call.id, "output": "1"}\n'
            "        for call in run.required_action.submit_tool_outputs.tool_calls\n"
            "    ]\n"
            "    run = client.beta.threads.runs.submit_tool_outputs(\n"
            "        thread_id=thread_id, run_id=run.id, tool_outputs=outputs\n"
            "    )\n"
            'elif run.status == "failed":\n    raise RuntimeError(run.last_error)\n'
        )
    )

    assert "while calls := [" in after
    assert "RuntimeError" not in after
