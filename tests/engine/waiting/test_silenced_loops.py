"""What a loop printed while it waited goes with it, which a note says."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes

_PROGRAM = """import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while run.status in ("queued", "in_progress"):
{said}        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
{done}    return run.id
"""
_SILENCED = "what a loop printed while it waited is not printed any more"


@pytest.mark.parametrize("said", ['print("waiting")', 'logger.info("at work")'])
def test_a_note_says_so(said: str) -> None:
    assert _SILENCED in notes(_PROGRAM.format(said=f"        {said}\n", done=""))


def test_what_is_printed_of_the_end_stays() -> None:
    done = '        if run.status == "completed":\n            print("done")\n'
    assert _SILENCED not in notes(_PROGRAM.format(said="", done=done))
