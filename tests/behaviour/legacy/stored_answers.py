"""A stored assistant whose calls a function answers that gets the run's id, in two ways."""

from __future__ import annotations

import time

from openai import OpenAI

client = OpenAI()
ASSISTANT = "asst_answers"


def answer(thread_id: str, run_id: str, calls) -> None:
    """Hand in what the calls asked for."""
    outputs = [{"tool_call_id": call.id, "output": call.function.name} for call in calls]
    client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=outputs
    )


def ask(thread_id: str, text: str) -> None:
    """Wait for a run by a name of its id."""
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=ASSISTANT)
    run_id = run.id
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        if run.status == "completed":
            break
        if run.status == "requires_action":
            answer(thread_id, run_id, run.required_action.submit_tool_outputs.tool_calls)
        time.sleep(0.01)


def wait(thread_id: str, run_id: str) -> None:
    """Wait for a run of the caller's, and answer its calls here."""
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        if run.status == "completed":
            break
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": call.function.arguments})
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        time.sleep(0.01)


def main() -> None:
    """Ask twice."""
    thread = client.beta.threads.create()
    ask(thread.id, "What is the weather?")
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content="And now?")
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=ASSISTANT)
    wait(thread.id, run.id)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    print(messages.data[0].content[0].text.value)


main()
