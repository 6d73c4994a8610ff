"""The newest message of a run that asks for outputs of functions."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes
from tests.rules.fixing import fix_all

SOURCE = """import json
import time

from openai import OpenAI

client = OpenAI()
TOOLS = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]


def ask(thread_id: str, question: str) -> str:
    assistant = client.beta.assistants.create(model="gpt-4o", tools=TOOLS)
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=question)
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while run.status in ["queued", "in_progress", "requires_action"]:
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": call.function.arguments})
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
    messages = client.beta.threads.messages.list(@)
"""
FIRST = "    return messages.data[0].content[0].text.value\n"
LOOP = "    return ' '.join(m.content[0].text.value for m in messages)\n"
ALL = "thread_id=thread_id, run_id=run.id"


def test_it_is_that_of_the_last_response() -> None:
    source = SOURCE.replace("@", ALL) + FIRST

    assert "for item in reversed(response.output) if" in fix_all(source)
    assert any("the newest message of a run with function calls" in note for note in notes(source))


@pytest.mark.parametrize(
    ("arguments", "read", "listed"),
    [
        (ALL, LOOP, "for item in reversed(items) if"),
        (f'{ALL}, order="asc"', FIRST, "for item in items if"),
    ],
    ids=["all", "oldest"],
)
def test_other_messages_are_kept_of_the_responses_before(
    arguments: str, read: str, listed: str
) -> None:
    after = fix_all(SOURCE.replace("@", arguments) + read)

    assert listed in after
    assert after.index("items = list(") < after.index("items += response.output")
