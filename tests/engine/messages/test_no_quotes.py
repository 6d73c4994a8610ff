"""Quotes of cited files: assistants give none, and answers of today have no place for one."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

BEFORE = """from openai import OpenAI

client = OpenAI()
messages = client.beta.threads.messages.list("thread_1")
for note in messages.data[0].content[0].text.annotations:
    if note.type == "file_citation":
        print({0})
"""
AFTER = """from openai import OpenAI

client = OpenAI()
messages = [
    item
    for item in client.conversations.items.list(conversation_id="thread_1")
    if item.type == "message"
]
for note in next(
    (part.annotations for part in messages[0].content if part.type == "output_text"), []
):
    if note.type == "file_citation":
        print({0})
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("note.file_citation.quote", '""'),
        ("f'{note.file_citation.quote} of it'", "f'{\"\"} of it'"),
        ('f"{note.file_citation.quote} of it"', "f\"{''} of it\""),
    ],
)
def test_it_is_empty(before: str, after: str) -> None:
    becomes(BEFORE.format(before), AFTER.format(after))
    assert "does not quote" in " ".join(notes(BEFORE.format(before)))


def test_agents_of_azure_quoted() -> None:
    source = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
message = project.agents.messages.get_last_message_by_role(thread_id="t", role="assistant")
for note in message.file_citation_annotations:
    print(note.file_citation.quote)
"""
    assert any("does not quote" in m for _, m in blockers(source))
