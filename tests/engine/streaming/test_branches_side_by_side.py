"""Branches for events that never come, at the beginning of a chain of tests."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()


def run(thread_id, assistant_id):
    for event in client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant_id, stream=True
    ):
        if event.event == "thread.run.cancelled":
            print("cancelled")  # one
        elif event.event == "thread.run.expired":
            # two
            print("expired", event.data.id)
"""
DELTA = """        elif event.event == "thread.message.delta":
            print(event.data.delta.content[0].text.value)
"""
INVENTED = """        elif event.event == "thread.run.paused":
            print("paused")
"""
LEFT = """        # one
        # two
        if event.type == "response.output_text.delta":
            print(event.delta)
"""


@pytest.mark.parametrize("between", ["", INVENTED])
def test_they_go_together(between: str) -> None:
    assert fix_all(HEAD + between + DELTA).endswith(":\n" + LEFT)


def test_nothing_is_left_of_a_chain() -> None:
    assert fix_all(HEAD + INVENTED).endswith("        # one\n        # two\n        pass\n")


def test_what_is_done_otherwise_keeps_a_branch_before_it() -> None:
    source = HEAD + '        else:\n            print("other")\n'
    told = "no response has an event of this name, and its branch cannot be taken out by itself"
    assert told in [reason for _, reason in blockers(source)]
    assert fix_all(source) == source
