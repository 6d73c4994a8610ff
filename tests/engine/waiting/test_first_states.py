"""Reads of a run as it was made, behind a loop that fetches it again under another name."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes
from tests.rules.fixing import fix_all

SOURCE = """import time

from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()


def ask():
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=desk.id)
    print(run.status)
{wait}
    {then}
    return "well"
"""
FETCH = "client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)"
IN_THE_TEST = f"""    while {FETCH}.status in ("queued", "in_progress"):
        time.sleep(1)"""
BY_ANOTHER_NAME = f"""    while True:
        latest = {FETCH}
        if latest.status not in ("queued", "in_progress"):
            break
        time.sleep(1)"""
BY_ITS_NAME = f"""    while run.status in ("queued", "in_progress"):
        time.sleep(1)
        run = {FETCH}"""
ENDED = 'if run.status != "completed": return "badly"'


def _is_told(wait: str, then: str) -> bool:
    told = notes(SOURCE.format(wait=wait, then=then))
    return any("as it was made" in note for note in told)


@pytest.mark.parametrize("wait", [IN_THE_TEST, BY_ANOTHER_NAME])
def test_who_reads_the_run_as_it_was_made_is_told(wait: str) -> None:
    assert "while" not in fix_all(SOURCE.format(wait=wait, then=ENDED))
    assert _is_told(wait, ENDED)


@pytest.mark.parametrize(
    ("wait", "then"),
    [
        (BY_ITS_NAME, ENDED),
        (IN_THE_TEST, "print(run.id)"),
        (BY_ANOTHER_NAME, 'if latest.status != "completed": return "badly"'),
    ],
)
def test_what_is_fetched_or_does_not_change_is_not_told_of(wait: str, then: str) -> None:
    assert not _is_told(wait, then)
