"""A generator gives the events of a run on as they are, to loops of other functions."""

from __future__ import annotations

from collections.abc import Iterator

from openai import OpenAI
from openai.types.beta import AssistantStreamEvent

client = OpenAI()
thread = client.beta.threads.create()


class Manager:
    def __init__(self, assistant_id: str) -> None:
        self.assistant_id = assistant_id
        self.count = 0

    def run(self, text: str) -> Iterator[AssistantStreamEvent]:
        client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
        stream = client.beta.threads.runs.create(
            thread_id=thread.id, assistant_id=self.assistant_id, stream=True
        )
        for event in stream:
            self.count += 1
            yield event

    def entered(self, text: str):
        client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
        with client.beta.threads.runs.stream(
            thread_id=thread.id, assistant_id=self.assistant_id
        ) as stream:
            for event in stream:
                if event.event == "thread.run.failed":
                    print("failed!")
                yield event


def ask(manager: Manager, text: str) -> str:
    said = ""
    for event in manager.run(text):
        if event.event == "thread.message.delta":
            said += event.data.delta.content[0].text.value
    return said


def ask_again(manager: Manager, text: str) -> None:
    for event in manager.run(text):
        if event.event == "thread.run.completed":
            print("completed", event.data.status)
    for event in manager.entered(text):
        if event.event == "thread.message.completed":
            print(event.data.content[0].text.value)


kind = Manager(client.beta.assistants.create(model="gpt-4o", instructions="Be kind.").id)
broken = Manager(client.beta.assistants.create(model="gpt-4o", instructions="fail-on-demand").id)
for one in (kind, broken):
    print(ask(one, "Hello"))
    ask_again(one, "Hi")
