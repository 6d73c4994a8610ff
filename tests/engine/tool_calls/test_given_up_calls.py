"""A run that is cancelled where it waits for outputs leaves a conversation that can go on."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import json
import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while True:
        now = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if now.status == "completed":
            return "done"
        elif now.status == "requires_action":
            outputs = []
            shown = False
            for call in now.required_action.submit_tool_outputs.tool_calls:
                if call.function.name == "show":
                    # the page shows it
                    client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)
                    shown = True
                    break
                outputs.append({"tool_call_id": call.id, "output": "x"})
            if shown:
                return "shown"
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        time.sleep(1)
"""
ANSWERED = """                # the page shows it
                client.conversations.items.create(
                    conversation_id=thread_id,
                    items=[
                        {
                            "type": "function_call_output",
                            "call_id": item.call_id,
                            "output": "cancelled",
                        }
                        for item in response.output
                        if item.type == "function_call"
                    ],
                )
                shown = True
"""


def test_the_calls_are_answered() -> None:
    after = fix_all(SOURCE)
    assert ANSWERED in after
    assert "background" not in after
    assert any('get the output "cancelled"' in note for note in notes(SOURCE))
    assert fix_all(after) == after


def test_of_a_coroutine() -> None:
    source = SOURCE.replace("def ask", "async def ask").replace("OpenAI", "AsyncOpenAI")
    source = source.replace(" client.beta", " await client.beta")
    after = fix_all(source)
    assert "await client.conversations.items.create(\n" in after
    assert "beta" not in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("                    shown = True\n                    break\n", ""),
        ("                    shown = True\n", ""),
        ('            if shown:\n                return "shown"\n', ""),
        ("            if shown:", "            if shown and done():"),
        ('                return "shown"\n', "                print(shown)\n"),
        ("run_id=run.id)\n                    shown", "run_id=other)\n                    shown"),
        ('now.status == "requires_action"', 'now.status in ("queued", "requires_action")'),
    ],
    ids=["goes on", "unknown", "comes again", "perhaps", "stays", "another", "at work"],
)
def test_where_it_may_be_answered_otherwise(old: str, new: str) -> None:
    assert old in SOURCE
    source = SOURCE.replace(old, new, 1)
    assert '"output": "cancelled"' not in fix_all(source)
    assert blockers(source)


HELPED = """from openai import OpenAI

client = OpenAI()


def wait(thread_id, run):
    while run.status in ("queued", "in_progress", "cancelling"):
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
    return run


def answer(thread_id, run):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "x"})
    client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )


def ask(thread_id, assistant_id, check):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    run = wait(thread_id, run)
    if run.status == "requires_action":
        HANDLED
    return "done"
"""
CANCELS = "client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)"


def test_a_function_that_answers_them_first() -> None:
    lines = ("try:", "    answer(thread_id, run)", "    check()", "except ValueError:")
    handled = "\n        ".join((*lines, f"    {CANCELS}"))
    assert '"output": "cancelled"' not in fix_all(HELPED.replace("HANDLED", handled))


@pytest.mark.parametrize(
    "asked", ["client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)", "wait({}, run)"]
)
def test_a_run_that_is_looked_at_behind_it_was_cancelled(asked: str) -> None:
    lines = (CANCELS, f"run = {asked.format('thread_id')}", "return run.status")
    source = HELPED[: HELPED.index("def answer")] + HELPED[HELPED.index("def ask") :]
    after = fix_all(source.replace("HANDLED", "\n        ".join(lines)))
    assert '"output": "cancelled"' not in after
    alone = fix_all(source.replace("HANDLED", f"{CANCELS}\n        return None"))
    assert '"output": "cancelled"' in alone


def test_where_there_are_no_calls_nothing_is_cancelled() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def outputs_of(thread_id, run):
    tool_calls = run.required_action.submit_tool_outputs.tool_calls
    if not tool_calls:
        client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)
        return []
    return [{"tool_call_id": call.id, "output": "x"} for call in tool_calls]


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    while run.status == "requires_action":
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs_of(thread_id, run)
        )
    return run.status
"""
    after = fix_all(source)
    assert "    if not tool_calls:\n        return []\n" in after
    assert "cancel" not in after
    assert any("asks for no calls is finished" in note for note in notes(source))


def test_behind_a_loop_that_was_left_calls_may_be_open() -> None:
    left = SOURCE.replace('                return "shown"\n', "                break\n") + (
        '    if run.status == "completed":\n        return "late"\n    return "given up"\n'
    )
    left = left.replace("now", "run")
    assert 'if response.status == "completed" and not any(' in fix_all(left).rpartition("break")[2]
    alone = left.replace(
        "                    client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)\n",
        "",
    )
    assert 'if response.status == "completed" and not any(' in fix_all(alone).rpartition("break")[2]
