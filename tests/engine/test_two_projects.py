"""Clients of which nobody knows whether they are of one project."""

from __future__ import annotations

from datetime import date

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

BEFORE = """\
from azure.ai.agents import AgentsClient
from azure.ai.projects import AIProjectClient


def ask(agents: AgentsClient, project: AIProjectClient, question: str) -> None:
    openai_client = project.get_openai_client()
    print(openai_client.models.list())
    thread = agents.threads.create()
    agents.messages.create(thread_id=thread.id, role="user", content=question)
"""


def test_the_conversation_is_in_the_project_that_the_agents_are_of() -> None:
    after = apply_edits(BEFORE, analyse(BEFORE, today=date(2026, 11, 22)).fix_all(unsafe=True))

    assert "openai_client_2 = agents.get_openai_client()" in after
    assert "openai_client_2.conversations.create()" in after
    assert "openai_client.conversations" not in after
