"""A loop that waits for `cancelled` ends where the response was finished before."""

from __future__ import annotations

from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, limit):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    tries = 0
    while run.status != "completed":
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "failed":
            break
        tries += 1
        if tries > limit:
            run = client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)
            while run.status != "cancelled":
                time.sleep(1)
                run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
            print("cancelled", run.status)
            break
        time.sleep(1)
    return run.usage
"""


def test_the_loop_waits_while_the_response_is_at_work() -> None:
    after = fix_all(SOURCE)
    assert (
        """            response = client.responses.cancel(response.id)
            while response.status in ("queued", "in_progress"):
                time.sleep(1)
                response = client.responses.retrieve(response.id)
            print("cancelled", response.status)
"""
        in after
    )
    assert any("stays `completed`: the loop" in note for note in notes(SOURCE))
    assert fix_all(after) == after


def test_several_states() -> None:
    several = SOURCE.replace(
        'run.status != "cancelled"', 'run.status not in ("cancelled", "failed")'
    )
    assert 'while response.status in ("queued", "in_progress"):' in fix_all(several)


def test_a_loop_that_does_more_blocks() -> None:
    more = SOURCE.replace(
        "                time.sleep(1)\n", "                limit = check(limit)\n"
    )
    assert any("wait for ever" in message for _, message in blockers(more))


def test_a_loop_before_the_cancellation_blocks() -> None:
    source = SOURCE.replace(
        'run.status != "completed"', 'run.status not in ("cancelled", "failed")'
    )
    assert any("wait for ever" in message for _, message in blockers(source))
