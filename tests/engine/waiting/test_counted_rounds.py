"""What loops that waited counted, for whom they ended, and what they tell of it."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

PROGRAM = """\
import time

from openai import AzureOpenAI

client = AzureOpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
tries = 0
while {test}:
    time.sleep(1)
    tries += 1
    run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
{behind}
"""
WAITING = 'run.status in ("queued", "in_progress")'
COUNT = "`tries` counted the rounds of a wait: there are none now"
ENDLESS = (
    "the loop never ended for a run that failed; the program goes on with a failed response now: "
    "there is no answer, and the newest message may be the question"
)


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        ("print(tries)", True),
        ("seconds = tries * 2", True),
        ("if tries >= 30:\n    print(tries)", False),
        ("if 30 > tries:\n    pass\nelse:\n    print(tries)", False),
        ("tries = 5\nprint(tries)", False),
    ],
)
def test_a_count_that_is_read_behind_the_loop(behind: str, said: bool) -> None:
    source = PROGRAM.format(test=WAITING, behind=behind)
    assert (COUNT in notes(source)) is said
    assert "while" not in fix_all(source)


def test_a_count_within_what_stays_of_the_loop() -> None:
    kept = '    if run.status == "failed":\n        raise ValueError(f"after {tries}")'
    assert COUNT in notes(PROGRAM.format(test=WAITING, behind=kept))


@pytest.mark.parametrize(
    "behind", ["mean = 9 / tries", "if tries == 0:\n    print(1)", "if tries:\n    print(1)"]
)
def test_a_count_that_decides(behind: str) -> None:
    source = PROGRAM.format(test=WAITING, behind=behind)
    said = "the number of rounds of the wait decides here: there are none now"
    assert said in {message for _, message in blockers(source)}
    assert fix_all(source) == source


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ('run.status != "completed"', True),
        ('run.status not in ["completed", "requires_action"]', True),
        ('run.status not in ["completed", "failed"]', False),
        ('run.status != "completed" and tries < 30', False),
        (WAITING, False),
    ],
)
def test_a_loop_that_a_failed_run_never_left(test: str, said: bool) -> None:
    assert (ENDLESS in notes(PROGRAM.format(test=test, behind=""))) is said


def test_an_endless_loop_that_is_left_for_one_state() -> None:
    left = '    if run.status == "completed":\n        break'
    assert ENDLESS in notes(PROGRAM.format(test="True", behind=left))
    both = left.replace('== "completed"', 'in ("completed", "failed")')
    assert ENDLESS not in notes(PROGRAM.format(test="True", behind=both))
