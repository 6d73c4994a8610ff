"""``isinstance`` of objects whose class has one that takes its place."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI
from openai.types.beta.threads import Message, Run

client = OpenAI()


def show(thread_id: str):
"""
LOOP = "    for message in client.beta.threads.messages.list(thread_id=thread_id):\n"


@pytest.mark.parametrize("tested", ["Message", "(Message, str)", "(str, Message)"])
def test_messages(tested: str) -> None:
    source = (
        f"{HEAD}{LOOP}        if isinstance(message, {tested}):\n            print(message.role)\n"
    )
    fixed = fix_all(source)
    becomes(source, fixed)
    assert "from openai.types.conversations import Message\n" in fixed
    assert f"        if isinstance(message, {tested}):\n" in fixed


def test_runs() -> None:
    source = f"""{HEAD}    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id="asst_1"
    )
    assert isinstance(run, Run)
    return run.status
"""
    assert "    assert isinstance(response, Response)\n" in fix_all(source)


@pytest.mark.parametrize("tested", ["Run", "KINDS", "(Message, Other)"])
def test_classes_that_are_not_certain(tested: str) -> None:
    source = f"{HEAD}{LOOP}        print(isinstance(message, {tested}))\n"
    assert any("has to be written anew" in message for _, message in blockers(source))
