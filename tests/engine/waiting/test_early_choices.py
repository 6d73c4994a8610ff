"""Choices above a round's look at the run: none is made for a run that has no round."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

_PROGRAM = """\
import time

from openai import OpenAI

client = OpenAI()
tutor = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=tutor.id)
    while {test}:
{first}        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
{last}    return run.id
"""
_DONE = """\
        if run.status == "completed":
            return "done"
"""
_FAILED = """\
        if run.status == "failed":
            raise RuntimeError("failed")
"""
_ELSE = """\
        if run.status == "queued":
            pass
        else:
            return "late"
"""
_MOVING = 'run.status in ("queued", "in_progress")'
_OPEN = 'run.status != "completed"'
_NOT_ENDED = 'not run.status in ("completed", "failed", "cancelled", "expired", "incomplete")'

_BY_NAME = """\
import time

from openai import OpenAI

client = OpenAI()
tutor = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


def ask(thread_id):
    answer, status = None, ""
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=tutor.id)
    while status not in ("completed", "failed"):
        status = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id).status
        if status == "completed":
            answer = "done"
        else:
            time.sleep(1)
    return answer
"""


def _fixed(test: str, first: str = "", last: str = "") -> str:
    return fix_all(_PROGRAM.format(test=test, first=first, last=last))


@pytest.mark.parametrize(
    ("test", "choice"),
    [
        (_MOVING, _DONE),
        (_MOVING, _FAILED),
        (_OPEN, _DONE),
        (_OPEN, f"{_FAILED}        elif run.status == 'completed':\n            return 'done'\n"),
        (_NOT_ENDED, _DONE),
        (f"{_MOVING} and tries < 9", _DONE),
        (_MOVING, _ELSE),
    ],
)
def test_a_choice_that_no_finished_run_comes_to_stays_in_its_loop(test: str, choice: str) -> None:
    after = _fixed(test, choice)

    assert "    while " in after
    assert "responses.retrieve(" in after


@pytest.mark.parametrize(
    ("test", "first", "last"),
    [
        (_OPEN, _FAILED, ""),
        (_MOVING, "", _DONE),
        ("True", _DONE, ""),
        (_MOVING, '        if run.status == "failed":\n            break\n', ""),
        (f"{_MOVING} or run.status == 'failed'", _FAILED, ""),
    ],
)
def test_a_choice_that_a_round_comes_to_is_made_once(test: str, first: str, last: str) -> None:
    assert "    while " not in _fixed(test, first, last)


def test_a_state_that_is_kept_by_its_name_is_looked_at_first() -> None:
    after = fix_all(_BY_NAME)

    assert "    while " not in after
    assert 'answer = "done"' in after
