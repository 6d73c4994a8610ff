"""Objects that are gathered in a list, one by one."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

HEAD = """from openai import OpenAI

client = OpenAI()


def users(thread_id: str):
    found = []
    for message in client.beta.threads.messages.list(thread_id=thread_id):
        if message.role == "user":
            found.append(message)
"""
READERS = "the value is put into a list whose readers are not known"
NEW = """from openai import OpenAI

client = OpenAI()


def users(thread_id: str):
    found = []
    for message in (
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ):
        if message.role == "user":
            found.append(message)
"""


def test_what_is_read_of_the_list_is_followed() -> None:
    before = HEAD + "    print(len(found), found[0].role)\n    return [m.id for m in found]\n"
    after = NEW + "    print(len(found), found[0].role)\n    return [m.id for m in found]\n"
    becomes(before, after)


def test_callers_are_told() -> None:
    assert "callers outside this file now get a list of items" in notes(HEAD + "    return found\n")


@pytest.mark.parametrize(
    "use",
    [
        "save(found)",
        "found.sort(key=lambda m: m.created_at)",
        "kept[thread_id] = found",
        "return sorted(found, key=str)",
        "return found[1:]",
    ],
)
def test_a_reader_out_of_view_blocks(use: str) -> None:
    assert READERS in {message for _, message in blockers(HEAD + f"    {use}\n")}


def test_a_list_that_other_files_can_read_blocks() -> None:
    source = """from openai import OpenAI

client = OpenAI()
found = []
for message in client.beta.threads.messages.list(thread_id="thread_1"):
    found.append(message)
"""
    assert READERS in {message for _, message in blockers(source)}


def test_fields_of_agents_that_are_listed_stand_in_their_definitions() -> None:
    before = """from azure.ai.agents import AgentsClient


def show(client: AgentsClient):
    found = []
    for agent in client.list_agents():
        if agent.model == "gpt-4o" and agent.instructions:
            found.append(agent)
    return found
"""
    after = """from azure.ai.projects import AIProjectClient


def show(client: AIProjectClient):
    found = []
    for agent in client.agents.list(kind="prompt"):
        if agent.versions.latest.definition[
            "model"
        ] == "gpt-4o" and agent.versions.latest.definition.get("instructions"):
            found.append(agent)
    return found
"""
    becomes(before, after)


def test_keys_of_openai_stores_stay_as_they_are() -> None:
    before = """from openai import OpenAI


def count(client: OpenAI) -> int:
    stores = client.beta.vector_stores.list(limit=3)
    return len(stores["data"])
"""
    becomes(before, before.replace("client.beta.", "client."))
