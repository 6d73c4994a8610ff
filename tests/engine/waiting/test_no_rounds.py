"""Loops that stay, and whose first round a finished response does not come to."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

START = """import time

from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()


def ask(progress):
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=desk.id)
    while run.status in ("queued", "in_progress"):
        {what}
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
{then}
    return None
"""
ANSWER = "        if run.status == 'completed':\n            return run.id"
RAISE = """        if run.status != "failed":
            continue
        else:
            raise OSError"""
KEEP = "        progress(run.status)"
NESTED = """        try:
            if run.status == "failed":
                progress("failed")
        except OSError:
            pass"""


@pytest.mark.parametrize("then", [ANSWER, RAISE, KEEP, NESTED])
def test_a_loop_that_does_more_has_its_rounds_in_the_background(then: str) -> None:
    source = START.format(what="progress(time.time())", then=then)
    after = fix_all(source)
    assert "background=True" in after
    assert 'while response.status in ("queued", "in_progress"):' in after
    assert any("responses in the background" in note for note in notes(source))


def test_a_loop_that_only_waits_needs_no_background() -> None:
    after = fix_all(START.format(what="time.sleep(1)", then=ANSWER))
    assert "background" not in after
    assert "while" not in after


def test_what_is_done_besides_is_only_told_of() -> None:
    source = START.format(what="progress(time.time())", then="")
    assert "background" not in fix_all(source)
    assert any("may have no round" in note for note in notes(source))


def test_where_nothing_can_be_in_the_background_the_loop_holds_the_fix_back() -> None:
    source = START.format(what="progress(time.time())", then=ANSWER)
    source += "\n\nclient.beta.threads.runs.poll(thread_id=thread.id, run_id=ask(print))\n"
    assert any("the loop around this has no round" in reason for _, reason in blockers(source))
    assert "threads.runs.create" in fix_all(source)


def test_a_branch_for_calls_that_leaves_the_loop_is_one_of_the_ends() -> None:
    calls = "\n        if run.status == 'requires_action':\n            return run.required_action"
    after = fix_all(START.format(what="time.sleep(1)", then=ANSWER + calls))
    assert "while" not in after
    assert "background" not in after


def test_a_branch_for_calls_that_goes_on_keeps_the_loop() -> None:
    calls = "\n        if run.status == 'requires_action':\n            progress(run.id)"
    after = fix_all(START.format(what="time.sleep(1)", then=ANSWER + calls))
    assert "background=True" in after
    assert "while response.status" in after


ANSWERS = """
        if run.status == "requires_action":
            outputs = [
                {"tool_call_id": call.id, "output": "4"}
                for call in run.required_action.submit_tool_outputs.tool_calls
            ]
            run = client.beta.threads.runs.submit_tool_outputs(
                run.id, thread_id=thread.id, tool_outputs=outputs
            )"""


def test_a_loop_that_answers_calls_and_decides_about_the_run_is_in_the_background() -> None:
    """Without calls it would have no round, and nothing would give the answer."""
    source = START.replace('"in_progress"', '"in_progress", "requires_action"')
    after = fix_all(source.format(what=f"progress(run.status){ANSWERS}", then=ANSWER))
    assert after.count("background=True") == 2
    assert 'while response.status in ("queued", "in_progress", "requires_action") or any(' in after


BY_ID = """import time

from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")


def start(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=desk.id)
    return run.id, run.status


def wait(thread_id, run_id, status):
    while status in ("queued", "in_progress"):
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        status = run.status
        if status == "failed":
            raise ValueError(run.last_error)
"""


def test_a_loop_that_gets_the_status_of_a_new_run_has_its_rounds_in_the_background() -> None:
    after = fix_all(BY_ID)
    assert "background=True" in after
    assert 'while status in ("queued", "in_progress"):' in after


def test_a_loop_with_a_first_status_of_its_own_has_a_round() -> None:
    own = BY_ID.replace("    while status", '    status = "queued"\n    while status')
    own = own.replace("run_id, status)", "run_id)")
    after = fix_all(own)
    assert "background" not in after
    assert "raise ValueError(response.error)" in after


def test_a_run_that_is_fetched_by_a_name_of_its_id_is_waited_for_like_any_other() -> None:
    named = START.format(what="time.sleep(1)", then=RAISE.replace("!=", "=="))
    named = named.replace("    while", "    run_id = run.id\n    while")
    named = named.replace("run_id=run.id", "run_id=run_id")
    after = fix_all(named)
    assert "background" not in after
    assert "while" not in after
    assert "raise OSError" in after


TIMED = """import time

from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
PENDING = ("queued", "in_progress")


def ask(progress):
    rounds = 0
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=desk.id)
    {before}
    while {test}:
        rounds += 1
        progress(rounds)
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        status = run.status
        if status == "failed":
            return run.id
    return None
"""


@pytest.mark.parametrize(
    "test",
    [
        "run.status in PENDING",
        "run.status in PENDING and rounds < 30",
        "time.time() < 9e9 and not run.status == 'failed'",
        "not (run.status == 'completed' or run.status == 'failed')",
    ],
)
def test_a_first_round_is_asked_of_named_states_limits_and_denials(test: str) -> None:
    after = fix_all(TIMED.format(test=test, before=""))
    assert "background=True" in after


def test_a_loop_that_begins_by_itself_has_its_first_round() -> None:
    after = fix_all(TIMED.format(test="status in PENDING", before='status = "queued"'))
    assert "background" not in after
    assert "while status in PENDING:" in after
