"""A function that is given the run itself; what goes wrong in it is only told."""

from __future__ import annotations

import json
import time

from openai import OpenAI

client = OpenAI()


def answer(thread, run):
    if not run.required_action:
        return
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append(
            {"tool_call_id": call.id, "output": json.dumps({"name": call.function.name})}
        )
    try:
        client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    except Exception as error:
        print(f"Failed: {error}")


def main():
    assistant = client.beta.assistants.create(
        model="gpt-4o",
        tools=[
            {
                "type": "function",
                "function": {
                    "name": "get_time",
                    "parameters": {"type": "object", "properties": {}},
                },
            }
        ],
    )
    thread = client.beta.threads.create()
    for text in ("What time is it?", "And now?"):
        client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
        run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
        while run.status not in ("completed", "failed"):
            time.sleep(0.01)
            run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
            if run.status == "requires_action":
                answer(thread, run)
        messages = client.beta.threads.messages.list(thread_id=thread.id)
        print(messages.data[0].content[0].text.value)


main()
