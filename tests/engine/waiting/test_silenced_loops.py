"""What a loop printed while it waited goes with it, which a note says."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes
from tests.rules.fixing import fix_all

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
_STAYING = """import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, count):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            break
        print("waiting")
        count()
        time.sleep(1)
    return run.id
"""
_SILENCED = "what a loop printed while it waited is not printed any more"


_NOW_AND_THEN = """n += 1
        if n % 10 == 0:
            print(run.status)"""


@pytest.mark.parametrize("said", ['print("waiting")', 'logger.info("at work")', _NOW_AND_THEN])
def test_a_note_says_so(said: str) -> None:
    assert _SILENCED in notes(_PROGRAM.format(said=f"        {said}\n", done=""))


def test_what_is_printed_of_the_end_stays() -> None:
    done = '        if run.status == "completed":\n            print("done")\n'
    assert _SILENCED not in notes(_PROGRAM.format(said="", done=done))


def test_what_is_said_of_the_run_where_no_counter_tells_when_is_not_dropped() -> None:
    said = "        if thread_id:\n            print(run.status)\n"
    assert "print(response.status)" in fix_all(_PROGRAM.format(said=said, done=""))


def test_of_a_loop_that_stays_nothing_is_told_that_is_about_one_that_goes() -> None:
    assert "while True:" in fix_all(_STAYING)
    told = notes(_STAYING)
    assert not any("not printed any more" in note or "never ended" in note for note in told)


_AT_THE_END = """import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            answer = "well"
        elif run.status in ("failed", "expired", "cancelled", "incomplete"):
            answer = "badly"
        else:
            time.sleep(1)
            continue
        print(answer)
        {last}
"""


def test_what_is_printed_in_the_last_round_stays() -> None:
    source = _AT_THE_END.format(last="break")
    after = fix_all(source)
    assert "while" not in after
    assert 'raise RuntimeError(f"the response ended as {response.status}")' in after
    assert after.endswith("    print(answer)\n")
    assert _SILENCED not in notes(source)
