"""Assistants that are found by their names, updated by the fields of a dictionary, and deleted."""

from __future__ import annotations

from openai import OpenAI

client = OpenAI()


def get_assistant(name, text):
    settings = {"name": name, "instructions": text, "model": "gpt-4o-mini"}
    for assistant in client.beta.assistants.list():
        if assistant.name == name:
            return client.beta.assistants.update(assistant.id, **settings)
    return client.beta.assistants.create(**settings)


def ask(assistant, question):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    print(client.beta.threads.messages.list(run.thread_id).data[0].content[0].text.value)


ask(get_assistant("A", "One."), "Who?")
ask(get_assistant("A", "Two."), "Who?")
ask(get_assistant("B", "Three."), "Who?")
store = client.beta.vector_stores.create(name="docs")
searching = client.beta.assistants.create(
    name="S", model="gpt-4o-mini", instructions="Use files.", tools=[{"type": "file_search"}]
)
ask(searching, "Where?")


def give(known):
    client.beta.assistants.update(
        known, tool_resources={"file_search": {"vector_store_ids": [store.id]}}
    )


give(searching.id)
ask(searching, "What?")
names = {a.name for a in client.beta.assistants.list(limit="100").data}
print(names >= {"A", "B", "S"})
for a in list(client.beta.assistants.list()):
    if a.name in ("A", "B", "S"):
        print(client.beta.assistants.delete(a.id).deleted)
