"""Deltas whose message is named beside their text."""

from __future__ import annotations

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.")
thread = client.beta.threads.create(messages=[{"role": "user", "content": "What is a tide?"}])


def take(event):
    message_id = event.data.id
    said = ""
    if hasattr(event.data.delta, "content"):
        for block in event.data.delta.content:
            if block.type == "text" and hasattr(block.text, "value"):
                said += block.text.value
    if said:
        print(bool(message_id), said)


with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
    for event in stream:
        if event.event == "thread.message.delta":
            take(event)
