"""Loops whose last round does more: statements that a run still under way never comes to."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

_HEAD = """\
import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
"""
_POLL = """\
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
"""
_WAIT = """\
        if run.status in ("queued", "in_progress"):
            time.sleep(1)
            continue
"""
_ANSWER = """\
        if run.status == "requires_action":
            outputs = [
                {"tool_call_id": call.id, "output": "1"}
                for call in run.required_action.submit_tool_outputs.tool_calls
            ]
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
"""
_ON = "            continue\n"


def test_a_break_keeps_from_what_follows() -> None:
    after = fix_all(
        f"{_HEAD}    while True:\n{_POLL}{_WAIT}{_ANSWER}{_ON}"
        '        if run.status == "completed":\n            break\n'
        "        raise RuntimeError(run.status)\n    return run.id\n"
    )

    assert "while calls := [" in after
    assert (
        '    if response.status != "completed":\n        raise RuntimeError(response.status)\n'
        "    return response.id\n" in after
    )


@pytest.mark.parametrize("answer", ["", _ANSWER + _ON])
def test_other_statements_run_once(answer: str) -> None:
    after = fix_all(
        f"{_HEAD}    while True:\n{_POLL}{_WAIT}{answer}"
        "        store(run.id)\n"
        '        if run.status == "completed":\n            return run.id\n'
        "        raise RuntimeError(run.status)\n"
    )

    assert (
        '    store(response.id)\n    if response.status == "completed":\n'
        "        return response.id\n    raise RuntimeError(response.status)\n" in after
    )
    assert "retrieve" not in after


def test_a_round_of_answers_that_goes_on_behind_them_is_left_alone() -> None:
    program = (
        f"{_HEAD}    while True:\n{_POLL}{_WAIT}{_ANSWER}"
        "        store(run.id)\n"
        '        if run.status == "completed":\n            return run.id\n'
    )

    assert fix_all(program) == program


def stays(program: str) -> str:
    """What becomes of a program whose loop stays, and fetches each response."""
    after = fix_all(program)
    assert "        response = client.responses.retrieve(response.id)\n" in after
    assert "            response = client.responses.create(" in after
    return after


def test_a_state_that_is_not_waited_for_keeps_the_loop() -> None:
    program = (
        f"{_HEAD}    while True:\n{_POLL}"
        '        if run.status == "queued":\n            continue\n'
        "        store(run.id)\n"
        '        if run.status == "completed":\n            return run.id\n'
        f"{_ANSWER}"
    )

    assert "            continue\n        store(response.id)\n" in stays(program)


def test_the_else_of_a_loop_comes_last() -> None:
    after = fix_all(
        f"{_HEAD}    for _ in range(30):\n{_POLL}"
        '        if run.status == "completed":\n            break\n'
        f"{_ANSWER}"
        '        if run.status == "failed":\n            return None\n'
        "        time.sleep(1)\n"
        '    else:\n        raise TimeoutError("too long")\n    return run.id\n'
    )

    assert (
        '    if response.status != "completed":\n'
        '        if response.status == "failed":\n            return None\n'
        '        else:\n            raise TimeoutError("too long")\n'
        "    return response.id\n" in after
    )


def test_a_time_out_that_only_cancels_goes() -> None:
    after = fix_all(
        f'{_HEAD}    waited = 0\n    while run.status not in ("completed", "failed"):\n'
        "        time.sleep(1)\n        if waited == 60:\n"
        '            print("too long")\n'
        "            client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)\n"
        f"{_POLL}{_ANSWER}        waited += 1\n    return run.id\n"
    )

    assert "cancel" not in after
    assert "    while calls := [" in after


_ROUNDS = "        rounds += 1\n"


def test_a_number_of_rounds_that_is_read_keeps_the_loop() -> None:
    program = (
        f"{_HEAD}    rounds = 0\n    while True:\n{_POLL}{_WAIT}{_ROUNDS}{_ANSWER}{_ON}"
        "        break\n    return rounds\n"
    )

    assert "        rounds += 1\n" in stays(program)


def test_what_each_round_of_calls_does_keeps_the_loop() -> None:
    program = (
        f"{_HEAD}    while True:\n{_POLL}{_WAIT}        store(run.id)\n{_ANSWER}{_ON}"
        "        return run.id\n"
    )

    assert "            continue\n        store(response.id)\n" in stays(program)


_AGAIN = """\
        if run.status == "failed":
            store(run.id)
"""


@pytest.mark.parametrize("again", [_ANSWER, _AGAIN])
def test_a_loop_that_starts_again_stays_one(again: str) -> None:
    after = fix_all(
        f"{_HEAD}    rounds = 0\n    while rounds < 5:\n{_POLL}{_WAIT}{_ROUNDS}{again}{_ON}"
        "        break\n    return run.id\n"
    )

    assert "    while rounds < 5:\n" in after
    assert "        response = client.responses.retrieve(response.id)\n" in after


def test_the_last_number_of_rounds_keeps_the_loop() -> None:
    program = (
        f"{_HEAD}    for tries in range(30):\n{_POLL}"
        '        if run.status == "completed":\n            break\n'
        '    else:\n        raise TimeoutError(f"after {tries}")\n    return run.id\n'
    )

    assert "    for tries in range(30):\n        response = client.responses.retrieve(" in fix_all(
        program
    )
    answering = program.replace("    else:", f"{_ANSWER}    else:")
    assert 'raise TimeoutError(f"after {tries}")' in stays(answering)


def test_tests_of_several_lines_keep_their_parentheses() -> None:
    after = fix_all(
        f'{_HEAD}    while run.status in ("queued", "in_progress"):\n{_POLL}'
        '        if run.status == "completed":\n            return run.id\n'
        '        elif (\n            run.status == "failed"  # wrong\n'
        '            or run.status == "cancelled"\n        ):\n'
        "            print(run.last_error)\n            break\n"
        "    return None\n"
    )

    assert 'elif (\n        response.status == "failed"  # wrong\n' in after
    assert "responses.create" in after
