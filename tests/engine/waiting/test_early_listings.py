"""A function that looks for active runs, and ends where the thread has none."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def settle(thread_id):
    runs = client.beta.threads.runs.list(thread_id=thread_id)
    if not runs.data:
        return False
    run = runs.data[0]
    if run.status in ["queued", "in_progress"]:
        client.beta.threads.runs.cancel(run_id=run.id, thread_id=thread_id)
        return True
    return False


def ask(thread_id, assistant_id):
    settle(thread_id)
    return client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    ).status
"""


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("", "", "    return False\n"),
        ("not runs.data", "len(runs.data) == 0", "    return False\n"),
        ("return True", "return run", "    return False\n"),
        ("return False", "return None", "    return None\n"),
    ],
    ids=["empty", "counted", "the run", "none"],
)
def test_it_finds_none(old: str, new: str, left: str) -> None:
    assert f"def settle(thread_id):\n{left}\n\n" in fix_all(SOURCE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        return False\n    run", "        return None\n    run"),
        ("    run = runs", "    start(thread_id)\n    run = runs"),
        ("not runs.data", "not runs.data or check(thread_id)"),
    ],
    ids=["other end", "more behind it", "asks"],
)
def test_where_it_ends_otherwise_responses_are_kept(old: str, new: str) -> None:
    after = fix_all(SOURCE.replace(old, new, 1))
    assert "for response_id in response_ids_of(thread_id)" in after
    assert "client.responses.cancel(run.id)" in after


def test_a_listing_that_goes_out_of_view() -> None:
    assert blockers(SOURCE.replace("not runs.data", "done(runs)", 1))


BUSY = """from openai import OpenAI

client = OpenAI()


def is_busy(thread_id):
    for run in client.beta.threads.runs.list(thread_id=thread_id).data:
        if run.status not in ["completed", "failed"]:
            return True
    return False
"""


def test_states_that_a_program_forgets_are_ends_as_well() -> None:
    assert "def is_busy(thread_id):\n    return False\n" in fix_all(BUSY)
    assert blockers(BUSY.replace('"completed", "failed"', '"completed", "expired"'))
