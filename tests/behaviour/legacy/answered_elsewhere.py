"""Calls that code of other modules reads, and outputs that it makes."""

from __future__ import annotations

import copy
import operator
import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(
    model="gpt-4o",
    tools=[
        {
            "type": "function",
            "function": {
                "name": "get_time",
                "parameters": {"type": "object", "properties": {"zone": {"type": "string"}}},
            },
        }
    ],
)


def main():
    """Ask once."""
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content="When?")
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        if run.status == "completed":
            break
        if run.status == "requires_action":
            first = operator.itemgetter(0)(run.required_action.submit_tool_outputs.tool_calls)
            print(first.type, first.function.name)
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                name = operator.attrgetter("function.name")(call)
                given = operator.attrgetter("arguments")(call.function)
                outputs.append({"tool_call_id": call.id, "output": f"{name} {given}"})
            handed = copy.deepcopy(outputs)
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread.id, run_id=run.id, tool_outputs=handed
            )
        time.sleep(0.01)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    print(messages.data[0].content[0].text.value)


main()
