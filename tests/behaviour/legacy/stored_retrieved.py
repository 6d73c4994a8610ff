"""Assistants that are fetched by their ids or made where there is none, one of them streamed."""

from __future__ import annotations

from openai import NotFoundError, OpenAI

client = OpenAI()


def find(assistant_id: str):
    try:
        return client.beta.assistants.retrieve(assistant_id)
    except NotFoundError:
        return client.beta.assistants.create(model="gpt-4o-mini", instructions="You are new.")


def ask(assistant, question: str) -> None:
    thread = client.beta.threads.create(messages=[{"role": "user", "content": question}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    if run.status == "completed":
        messages = client.beta.threads.messages.list(thread_id=thread.id)
        print(messages.data[0].content[0].text.value)


known = find("asst_known")
print(known.model, known.instructions)
ask(known, "Who are you?")
ask(find("asst" + "_missing"), "And who are you?")

chat = client.beta.assistants.retrieve("asst_chat")
thread = client.beta.threads.create()
client.beta.threads.messages.create(thread.id, role="user", content="Tell me more.")
with client.beta.threads.runs.stream(
    thread_id=thread.id, assistant_id=chat.id, instructions="Tell it slowly."
) as stream:
    for text in stream.text_deltas:
        print(text, end="")
print()
