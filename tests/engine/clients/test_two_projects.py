"""Clients of which nobody knows whether they are of one project."""

from __future__ import annotations

from datetime import date

import pytest

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


MADE = """\
import os

from azure.ai.agents import AgentsClient
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

{}
openai_client = project.get_openai_client()
print(openai_client.models.list())
thread = agents.threads.create()
agents.messages.create(thread_id=thread.id, role="user", content="Hi")
"""
AGENTS = "AgentsClient(endpoint=endpoint, credential=DefaultAzureCredential())"
PROJECT = "AIProjectClient(endpoint=endpoint, credential=DefaultAzureCredential())"
MAKERS = f"""\
def agents_at(endpoint: str) -> AgentsClient:
    return {AGENTS}


def project_at(endpoint: str) -> AIProjectClient:
    return {PROJECT}


agents = agents_at(os.environ["FIRST"])
project = project_at(os.environ["SECOND"])
"""
AGAIN = f"""\
endpoint = os.environ["FIRST"]
agents = {AGENTS}
endpoint = os.environ["SECOND"]
project = {PROJECT}
"""
ONCE = AGAIN.replace('endpoint = os.environ["SECOND"]\n', "")
"""Here both are of one project."""


def _fixed(source: str) -> str:
    return apply_edits(source, analyse(source, today=date(2026, 11, 22)).fix_all(unsafe=True))


@pytest.mark.parametrize("clients", [MAKERS, AGAIN])
def test_an_endpoint_of_the_same_name_may_be_another_one(clients: str) -> None:
    after = _fixed(MADE.format(clients))

    assert "agents.get_openai_client()" in after
    assert " openai_client.conversations" not in after


def test_clients_of_one_endpoint_share_the_openai_client() -> None:
    after = _fixed(MADE.format(ONCE))

    assert " openai_client.conversations.create()" in after
    assert "agents.get_openai_client()" not in after


def test_the_conversation_is_in_the_project_that_the_agents_are_of() -> None:
    after = _fixed(BEFORE)

    assert "openai_client_2 = agents.get_openai_client()" in after
    assert "openai_client_2.conversations.create()" in after
    assert "openai_client.conversations" not in after
