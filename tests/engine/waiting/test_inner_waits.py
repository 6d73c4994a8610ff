"""Loops that answer tool calls, and wait in a loop of their own in each round."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

BEFORE = """import json
import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant, functions):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while True:
        # wait for the model
        while run.status in ["queued", "in_progress"]:{0}
            run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
            time.sleep(1)
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                result = functions[call.function.name](**json.loads(call.function.arguments))
                outputs.append({{"tool_call_id": call.id, "output": result}})
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        elif run.status == "failed":
            raise RuntimeError(run.last_error)
        else:
            messages = client.beta.threads.messages.list(thread_id=thread_id)
            return messages.data[0].content[0].text.value


assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
thread = client.beta.threads.create(messages=[{{"role": "user", "content": "Hi"}}])
print(ask(thread.id, assistant, {{}}))
"""
AFTER = """import json
from functools import partial

from openai import OpenAI
from openai.types.responses import ResponseInputItemParam

client = OpenAI()


def ask(thread_id, assistant, functions):
    response = assistant(conversation=thread_id)
    # wait for the model
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs: list[ResponseInputItemParam] = []
        for call in calls:
            result = functions[call.name](**json.loads(call.arguments))
            outputs.append(
                {"type": "function_call_output", "call_id": call.call_id, "output": result}
            )
        response = assistant(conversation=thread_id, input=outputs)
    if response.status == "failed":
        raise RuntimeError(response.error)
    else:
        return response.output_text


assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "Hi"}]
)
print(ask(conversation.id, assistant, {}))
"""


def test_a_loop_that_waits_goes() -> None:
    becomes(BEFORE.format(""), AFTER)


def test_a_loop_that_does_more() -> None:
    told = [reason for _, reason in blockers(BEFORE.format("\n            count(run)"))]
    assert any(reason.startswith("`count` gets the whole object") for reason in told)
    after = fix_all(BEFORE.format("\n            if late():\n                return None"))
    assert "            if late():\n                return None\n" in after
    assert "responses.retrieve(response.id)" in after
