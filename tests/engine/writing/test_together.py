"""What goes along with calls, so that the order in which fixes are applied does not matter."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers

PROGRAMS = {
    "an enum in a call, imports in no order": (
        """import os
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential
from azure.ai.agents.models import ListSortOrder

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())
agent = client.create_agent(model="gpt-4.1", name="helper")


def show(thread_id: str) -> None:
    for message in client.messages.list(thread_id, order=ListSortOrder.ASCENDING):
        print(message.role)
""",
        """import os
from azure.identity import DefaultAzureCredential
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition

client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
openai_client = client.get_openai_client()
agent = client.agents.create_version(
    agent_name="helper", definition=PromptAgentDefinition(model="gpt-4.1")
)


def show(thread_id: str) -> None:
    for message in (
        item
        for item in openai_client.conversations.items.list(
            conversation_id=thread_id, order="asc"
        )
        if item.type == "message"
    ):
        print(message.role)
""",
    ),
    "an import that nothing uses": (
        """import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import MessageTextContent
from azure.identity import DefaultAzureCredential

client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
print(client.agents.create_thread().id)
""",
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
openai_client = client.get_openai_client()
print(openai_client.conversations.create().id)
""",
    ),
    "tracing": (
        """import os

from azure.identity import DefaultAzureCredential
from opentelemetry import trace
from azure.ai.agents import AgentsClient
from azure.ai.agents.telemetry import trace_function

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())


@trace_function()
def start() -> str:
    trace.get_current_span()
    return client.threads.create().id
""",
        """import os

from azure.identity import DefaultAzureCredential
from opentelemetry import trace
from azure.ai.projects import AIProjectClient
from azure.ai.projects.telemetry import trace_function

client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
openai_client = client.get_openai_client()


@trace_function()
def start() -> str:
    trace.get_current_span()
    return openai_client.conversations.create().id
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_becomes(name: str) -> None:
    becomes(*PROGRAMS[name])


def test_a_thread_kept_elsewhere_stays_with_its_calls() -> None:
    """Its id goes through an attribute, and the run of the same function cannot be migrated."""
    source = """from openai import OpenAI


class Helper:
    def __init__(self, assistant_id: str) -> None:
        self.client = OpenAI()
        self.assistant_id = assistant_id

    def ask(self, question: str) -> None:
        thread = self.client.beta.threads.create()
        self.thread_id = thread.id
        self.client.beta.threads.messages.create(self.thread_id, role="user", content=question)
        self.client.beta.threads.runs.create(
            self.thread_id, assistant_id=self.assistant_id, truncation_strategy={"type": "last"}
        )
"""
    becomes(source, source)
    assert [line for line, _ in blockers(source)] == [14]
