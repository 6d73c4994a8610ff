"""Runs that name other tools than their assistant, and still reach its files."""

from __future__ import annotations

from openai import OpenAI

client = OpenAI()
file = client.files.create(file=("notes.txt", b"Some notes."), purpose="assistants")
store = client.beta.vector_stores.create(name="notes", file_ids=[file.id])
assistant = client.beta.assistants.create(
    model="gpt-4o",
    instructions="Read.",
    tools=[{"type": "file_search"}, {"type": "code_interpreter"}],
    tool_resources={
        "file_search": {"vector_store_ids": [store.id]},
        "code_interpreter": {"file_ids": [file.id]},
    },
)


def read(question):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id,
        assistant_id=assistant.id,
        tools=[{"type": "code_interpreter"}, {"type": "file_search"}],
    )
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    print(run.status, messages.data[0].content[0].text.value)


def compute(question):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id, tools=[{"type": "code_interpreter"}]
    )
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    print(run.status, messages.data[0].content[0].text.value)


read("What do they say?")
compute("How many words are that?")
