"""Functions and callbacks that ask for the end of a stream, which no SDK told them of."""

from __future__ import annotations

from openai import AssistantEventHandler, OpenAI

client = OpenAI()
thread = client.beta.threads.create()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.")


def tell(event):
    if event.event == "thread.message.completed":
        print("message")
    elif event.event == "done":
        print("done")


class Shows(AssistantEventHandler):
    def on_event(self, event):
        if event.event == "done":
            print("end")
        elif event.event == "thread.run.completed":
            print("run")


def ask(text):
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    for event in client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=assistant.id, stream=True
    ):
        tell(event)
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id, event_handler=Shows()
    ) as stream:
        stream.until_done()


ask("Hello")
