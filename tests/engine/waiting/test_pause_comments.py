"""What is said behind a pause or a jump stays when the loop around it goes."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

WAITING = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            break  # all is said
{action}        elif run.status == "pending":
            print("pending")
            time.sleep(0.5)  # a moment
        elif run.status == "failed":
            print("failed")
            break  # nothing is said
    return client.beta.threads.messages.list(thread_id=thread_id).data[0].content[0].text.value
"""
ACTION = """        elif run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": "yes"})
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
"""


@pytest.mark.parametrize("action", ["", ACTION])
def test_comments_of_pauses_and_jumps_stay(action: str) -> None:
    after = fix_all(WAITING.replace("{action}", action))
    assert "responses.create" in after
    assert "beta" not in after
    for said in ("# all is said", "# a moment", "# nothing is said"):
        assert after.count(said) == 1
