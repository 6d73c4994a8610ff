"""A loop that stays may have no round for a response, which is finished when it is there."""

from __future__ import annotations

from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import time

from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()


def ask(progress):
    start = time.time()
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=desk.id)
    while run.status != "completed":
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        elapsed = time.time() - start
        progress(elapsed)
        if progress.stopped:
            return None
    return {given}
"""
UNSET = SOURCE.format(given="elapsed")
BEFORE = UNSET.replace("    start =", "    elapsed = 0.0\n    start =")


def _told(source: str) -> bool:
    return any("may have no round" in note for note in notes(source))


def test_what_only_the_loop_gives_a_value_has_none_behind_it() -> None:
    assert [line for line, reason in blockers(UNSET) if "give `elapsed` a value" in reason] == [15]
    assert "retrieve(thread_id" in fix_all(UNSET)


def test_with_a_value_before_the_loop_it_is_told_of() -> None:
    assert "client.responses.retrieve(" in fix_all(BEFORE)
    assert _told(BEFORE)


def test_what_only_the_loop_reads_may_stay() -> None:
    source = SOURCE.format(given="run.status")
    assert "client.responses.retrieve(" in fix_all(source)
    assert _told(source)


def test_a_loop_that_goes_has_no_rounds_to_tell_of() -> None:
    waiting = UNSET.index("        elapsed")
    assert not _told(UNSET[:waiting] + "        time.sleep(1)\n    return run.status\n")
