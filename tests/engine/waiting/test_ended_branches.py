"""Conditions on other things, in branches of a loop that are for a run that has ended."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

ASK = """import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, short):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    started = time.time()
    tries = 0
    answer = None
    while True:
        tries += 1
        if time.time() - started > 60:
            answer = "too late"
            break
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            messages = client.beta.threads.messages.list(thread_id=thread_id)
            if short:
                answer = "done"
            else:
                answer = messages.data[0].content[0].text.value
            break
        elif run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": "1"})
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        elif run.status in ["failed", "expired"]:
            answer = run.last_error.message if run.last_error else None
            break
        time.sleep(1)
    return answer
"""


def test_between_rounds_of_tool_calls() -> None:
    after = fix_all(ASK)
    becomes(ASK, after)
    assert "beta" not in after
    assert "too late" not in after
    assert '        if short:\n            answer = "done"\n        else:\n' in after


def test_that_leaves_the_loop_at_its_ends() -> None:
    source = ASK.replace('answer = "done"\n', 'answer = "done"\n                break\n')
    source = source.replace(
        "text.value\n            break\n", "text.value\n                return answer\n"
    )
    after = fix_all(source)
    becomes(source, after)
    assert "beta" not in after
    assert "            return answer\n" in after


@pytest.mark.parametrize(
    "change",
    [
        # the number of rounds is another one now
        ("            if short:", "            if tries > 3:"),
        # what follows would run, too
        ('answer = "done"\n', 'answer = "done"\n                break\n'),
        # not for one state
        ('if run.status == "completed":', 'if run.status != "failed":'),
    ],
)
def test_what_is_not_certain_keeps_the_loop(change: tuple[str, str]) -> None:
    source = ASK.replace(*change, 1)
    assert source != ASK
    after = fix_all(source)
    assert "        response = client.responses.retrieve(response.id)\n" in after
    assert "            response = client.responses.create(" in after
    assert "too late" in after
