"""A run that one function makes, another waits for, and the program goes on with."""

from __future__ import annotations

import json
import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(
    model="gpt-4o",
    instructions="Use the tools.",
    tools=[
        {
            "type": "function",
            "function": {
                "name": "show_quiz",
                "parameters": {"type": "object", "properties": {"title": {"type": "string"}}},
            },
        }
    ],
)


def submit_message(assistant_id, thread_id, text):
    """Ask."""
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    return client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)


def wait_on_run(run, thread_id):
    """Wait."""
    while run.status in ("queued", "in_progress"):
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        time.sleep(0.01)
    return run


def check(thread_id, run_id):
    """Look after a run for some seconds."""
    start = time.time()
    while time.time() - start < 8:
        run_status = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        if run_status.status == "completed":
            messages = client.beta.threads.messages.list(thread_id=thread_id)
            return messages.data[0].content[0].text.value
        if run_status.status == "requires_action":
            for tool_call in run_status.required_action.submit_tool_outputs.tool_calls:
                if tool_call.function.name == "show_quiz":
                    arguments = json.loads(tool_call.function.arguments)
                    client.beta.threads.runs.submit_tool_outputs(
                        thread_id=thread_id,
                        run_id=run_id,
                        tool_outputs=[{"tool_call_id": tool_call.id, "output": str(arguments)}],
                    )
        time.sleep(0.01)
    return "too late"


def main():
    """Ask twice."""
    thread = client.beta.threads.create()
    run = submit_message(assistant.id, thread.id, "Make a quiz.")
    run = wait_on_run(run, thread.id)
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": call.function.name})
        run = client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
        run = wait_on_run(run, thread.id)
    print(run.status)
    again = submit_message(assistant.id, thread.id, "And one more.")
    print(check(thread.id, again.id))


main()
