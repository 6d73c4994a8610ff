"""Stored assistants by a literal, the environment, a parameter and an attribute of a class."""

from __future__ import annotations

import os
import time

from openai import OpenAI

client = OpenAI()
HELPER = "asst_helper"
WRITER = os.environ["ASSISTANT_ID"]


def ask(question: str, assistant_id: str) -> str:
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant_id)
    while run.status in ("queued", "in_progress"):
        time.sleep(0.1)
        run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value


class Critic:
    def __init__(self, assistant_id: str = "asst_critic") -> None:
        self.assistant_id = assistant_id
        self.thread = client.beta.threads.create()

    def read(self, text: str, tone: str) -> str:
        client.beta.threads.messages.create(self.thread.id, role="user", content=text)
        client.beta.threads.runs.create_and_poll(
            thread_id=self.thread.id,
            assistant_id=self.assistant_id,
            instructions=f"Be {tone}.",
            temperature=0.75,
            metadata={"kind": "review"},
        )
        messages = client.beta.threads.messages.list(thread_id=self.thread.id)
        return messages.data[0].content[0].text.value


print(ask("How are you?", HELPER))
print(ask("Write a poem.", WRITER))
critic = Critic()
print(critic.read("Roses are red.", "kind"))
print(critic.read("Violets are blue.", "harsh"))

run = client.beta.threads.create_and_run_poll(
    assistant_id="asst_helper", thread={"messages": [{"role": "user", "content": "And now?"}]}
)
print(run.status)
