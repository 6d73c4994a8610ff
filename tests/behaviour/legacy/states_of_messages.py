"""Events of messages that begin, are broken off or are done; a run that fails."""

from __future__ import annotations

from openai import OpenAI
from openai.types.beta import assistant_stream_event as events

client = OpenAI()
thread = client.beta.threads.create()


def tell(event) -> None:
    if event.event == "thread.created":
        print("thread")
    elif event.event == "thread.message.in_progress":
        print("message begins")
    elif event.event == "thread.message.incomplete":
        print("message broken off")
    elif event.event == "thread.message.completed":
        print("message done")
    elif event.event == "thread.run.step.failed":
        print("step failed", event.data.id)
    elif event.event == "thread.run.cancelling":
        print("cancelling")
    elif event.event == "thread.run.failed":
        print("failed")
    elif event.event == "thread.run.incomplete":
        print("incomplete")
    elif event.event == "thread.run.completed":
        print("completed")


def ask(assistant, text: str) -> None:
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    stream = client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=assistant.id, stream=True
    )
    for event in stream:
        tell(event)


def by_class(assistant, text: str) -> None:
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    stream = client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=assistant.id, stream=True
    )
    for event in stream:
        if isinstance(event, events.ThreadMessageInProgress):
            print("begins")
        elif isinstance(event, (events.ThreadRunCancelling, events.ThreadRunCancelled)):
            print("cancelled")
        elif isinstance(event, (events.ThreadMessageCompleted, events.ThreadMessageIncomplete)):
            print("over")


kind = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.")
broken = client.beta.assistants.create(model="gpt-4o", instructions="fail-on-demand")
cut = client.beta.assistants.create(model="gpt-4o", instructions="incomplete-on-demand")
for one in (kind, broken, cut):
    ask(one, "Hello")
by_class(kind, "Hi")
by_class(cut, "Hi")
