"""Loops about a run that another function fetches anew."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes
from tests.rules.fixing import fix_all

PROGRAM = """import time

from openai import OpenAI


class Chat:
    def __init__(self, assistant_id):
        self.client = OpenAI()
        self.assistant_id = assistant_id
        self.answer = None

    def start(self, thread_id):
        self.run = self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=self.assistant_id
        )

    def look(self, thread_id):
        self.run = self.client.beta.threads.runs.retrieve(
            thread_id=thread_id, run_id=self.run.id
        )
        return self.run.status

    def wait(self, thread_id):
        while self.run.status == "in_progress" or self.run.status == "queued":
            time.sleep(1)
            self.look(thread_id)
{then}
"""
ENDED = """            if self.run.status == "completed":
                self.answer = "done"
                break"""
RAISES = """            try:
                if self.run.status == "failed":
                    raise ValueError
            finally:
                pass"""
OTHERWISE = """            if self.run.status in ("in_progress", "queued"):
                continue
            else:
                self.answer = "done" """
TOLD = """            if self.look(thread_id) == "failed":
                raise ValueError"""
KEPT = """            state = self.run.status
            if state == "completed":
                self.answer = "done" """
GIVEN_ON = "            self.history.append(self.run.status)"
SAID = """            if self.run.status == "completed":
                print("done")"""


@pytest.mark.parametrize("then", [ENDED, RAISES, OTHERWISE, TOLD, KEPT, GIVEN_ON])
def test_a_loop_that_does_something_about_a_finished_run_keeps_its_rounds(then: str) -> None:
    source = PROGRAM.format(then=then)
    after = fix_all(source)
    assert "background=True" in after
    assert "self.run = self.client.responses.retrieve(self.run.id)" in after
    assert any("responses in the background" in note for note in notes(source))


@pytest.mark.parametrize("then", ["", SAID])
def test_a_loop_that_only_waits_needs_no_rounds(then: str) -> None:
    after = fix_all(PROGRAM.format(then=then))
    assert "background" not in after
    assert "self.client.responses.create(" in after


def test_a_loop_that_asks_for_other_things_stays() -> None:
    after = fix_all(PROGRAM.format(then=ENDED).replace("            self.look", "            len"))
    assert "background" not in after


HELPER = """import time

from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")


def refresh(run, thread):
    return client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)


def ask():
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=desk.id)
    while run.status in ("queued", "in_progress"):
        time.sleep(1)
        run = refresh(run, thread)
        if run.status == "failed":
            raise ValueError
    return run.id
"""


def test_a_run_that_a_function_brings_up_to_date_is_asked_for_in_the_background() -> None:
    after = fix_all(HELPER)
    assert "background=True" in after
    assert "return client.responses.retrieve(run.id)" in after


def test_a_look_may_be_more_calls_away() -> None:
    steps = HELPER.replace("        run = refresh", "        run = step")
    steps = steps.replace(
        "def ask", "def step(run, thread):\n    return refresh(run, thread)\n\n\ndef ask"
    )
    assert "background=True" in fix_all(steps)


def test_a_status_of_its_own_name_is_that_of_the_run() -> None:
    named = HELPER.replace("while run.status in", "state = run.status\n    while state in")
    named = named.replace("run = refresh(run, thread)", "state = refresh(run, thread).status")
    named = named.replace('if run.status == "failed"', 'if state == "failed"')
    assert "background=True" in fix_all(named)
