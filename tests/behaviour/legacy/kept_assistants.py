"""Assistants whose ids live on: found or made, listed, changed and deleted by their ids."""

from __future__ import annotations

import json
import os
from pathlib import Path

from openai import NotFoundError, OpenAI

client = OpenAI()
SETTINGS = Path("settings.json")


def assistant_id() -> str:
    """The id that an earlier start has kept, or that of a new assistant."""
    known = os.getenv("MY_ASSISTANT")
    if known:
        return known
    if SETTINGS.exists():
        return json.loads(SETTINGS.read_text())["assistant"]
    assistant = client.beta.assistants.create(
        name="Tutor", instructions="You teach.", model="gpt-4o-mini", temperature=0.5
    )
    SETTINGS.write_text(json.dumps({"assistant": assistant.id}))
    return assistant.id


def ask(known: str, question: str) -> str:
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=known)
    if run.status != "completed":
        return run.status
    return client.beta.threads.messages.list(thread.id).data[0].content[0].text.value


def by_name(name: str):
    for assistant in client.beta.assistants.list(order="desc", limit=100):
        if assistant.name == name:
            return assistant
    return None


print(ask(assistant_id(), "What is a prime?"))
print(ask(assistant_id(), "And an even one?"))

tutor = by_name("Tutor")
assert tutor is not None and tutor.id == assistant_id()
print(tutor.name, tutor.model, tutor.instructions)
changed = client.beta.assistants.update(tutor.id, instructions="You teach slowly.", name="Slow")
print(changed.name, changed.model)
print(ask(tutor.id, "What is a prime?"), by_name("Tutor"))

other = client.beta.assistants.create(model="gpt-4o-mini", metadata={"of": "me"})
print(sorted(str(a.name) for a in client.beta.assistants.list().data))
print(ask(other.id, "Who are you?"), other.metadata["of"], other.name, other.instructions)
print(client.beta.assistants.delete(assistant_id=other.id).deleted)
try:
    print(client.beta.assistants.retrieve(other.id).name)
except NotFoundError:
    print("gone")
print([a.name for a in client.beta.assistants.list(limit=5)])
