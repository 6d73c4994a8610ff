"""Outputs that are handed in one by one."""

from __future__ import annotations

import json
import time

from openai import OpenAI

client = OpenAI()


def add_lead(name):
    return {"added": name}


assistant = client.beta.assistants.create(
    model="gpt-4o",
    tools=[
        {
            "type": "function",
            "function": {
                "name": "create_lead",
                "parameters": {"type": "object", "properties": {"name": {"type": "string"}}},
            },
        }
    ],
)
thread = client.beta.threads.create()


def chat(user_input):
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=user_input)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    while True:
        run_status = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        print("Run status")
        if run_status.status == "completed":
            break
        if run_status.status == "requires_action":
            # Handle the function call
            for tool_call in run_status.required_action.submit_tool_outputs.tool_calls:
                if tool_call.function.name == "create_lead":
                    # Process the lead
                    arguments = json.loads(tool_call.function.arguments)
                    output = add_lead(arguments["name"])
                    client.beta.threads.runs.submit_tool_outputs(
                        thread_id=thread.id,
                        run_id=run.id,
                        tool_outputs=[{"tool_call_id": tool_call.id, "output": json.dumps(output)}],
                    )
                elif tool_call.function.name == "other":
                    client.beta.threads.runs.submit_tool_outputs(
                        thread_id=thread.id,
                        run_id=run.id,
                        tool_outputs=[{"tool_call_id": tool_call.id, "output": "True"}],
                    )
            time.sleep(0.01)  # Wait for a second before checking again
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value


print(chat("Hello."))
print(chat("Hello again."))
