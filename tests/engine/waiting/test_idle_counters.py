"""Counters and limits that only a loop read which is gone."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

HEAD = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
LIMIT = 20
"""
ASK = """

def ask(conversation_id, first):
{before}
    run = client.beta.threads.runs.create(
        thread_id=conversation_id, assistant_id=assistant.id
    )
    while run.status in ("queued", "in_progress"):
{inside}
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(run.id, thread_id=conversation_id)
{after}
    return run.status
"""


def _program(before: str, inside: str, after: str = "") -> str:
    parts = [
        "\n".join(" " * depth + line for line in text.splitlines())
        for text, depth in ((before, 4), (inside, 8), (after, 4))
    ]
    return HEAD + ASK.format(before=parts[0], inside=parts[1], after=parts[2])


GONE = {
    "a counter": ("tries = 0", "tries += 1"),
    "a declared counter": ("tries: int = 0", "tries += 1"),
    "a counter and its limit": (
        "tries = 0\nmost = 2 * 30",
        'tries += 1\nif tries > most:\n    raise TimeoutError("late")',
    ),
    "a clock": (
        "start = time.time()",
        'if time.time() - start > LIMIT:\n    raise TimeoutError("late")',
    ),
    "what is shown": ('dots = ""', 'dots = dots + "."\nprint(dots)'),
}


@pytest.mark.parametrize("name", GONE)
def test_goes_with_the_loop(name: str) -> None:
    before, inside = GONE[name]
    after = fix_all(_program(before, inside))
    assert "while" not in after
    for line in before.splitlines():
        assert line not in after
    assert "LIMIT = 20" in after, "a setting of the module stays"


STAYS = {
    "what is read behind the loop": ("tries = 0", "tries += 1", "print(tries)"),
    "what a function reads": ("tries = 0", "tries += 1", "show = lambda: tries"),
    "what a call gives": ("tries = count()", "tries += 1", ""),
    "what is explained": ("tries = 0  # rounds", "tries += 1", ""),
    "what is read by name": ("tries = 0", "tries += 1", "print(locals())"),
    "what another function sets": (
        "tries = 0\n\ndef tell():\n    nonlocal tries\n    tries = 1",
        "tries += 1",
        "tell()",
    ),
}


@pytest.mark.parametrize("name", STAYS)
def test_stays(name: str) -> None:
    before, inside, behind = STAYS[name]
    after = fix_all(_program(before, inside, behind))
    assert "responses.create" in after
    assert before.splitlines()[0] in after


def test_two_loops_share_a_counter() -> None:
    loop = """    while {0}.status in ("queued", "in_progress"):
        n += 1
        time.sleep(1)
        {0} = client.beta.threads.runs.retrieve({0}.id, thread_id=thread)
"""
    made = (
        "    {0} = client.beta.threads.runs.create(thread_id=thread, assistant_id=assistant.id)\n"
    )
    source = (
        f"{HEAD}\n\ndef ask(thread):\n    n = 0\n"
        + made.format("one")
        + loop.format("one")
        + "    n = 0\n"
        + made.format("two")
        + loop.format("two")
        + "    return one.status, two.status\n"
    )
    after = fix_all(source)
    assert "while" not in after and "n = 0" not in after


def test_a_script_has_counters_too() -> None:
    source = (
        HEAD
        + """
tries = 0
run = client.beta.threads.runs.create(thread_id=input(), assistant_id=assistant.id)
while run.status == "queued":
    tries += 1
    run = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
print(run.status)
"""
    )
    assert "tries" not in fix_all(source)
    assert "tries = 0" in fix_all(source + '__all__ = ["tries"]\n')
