"""Clients of Azure OpenAI that show no place for a project's: a function of the module makes it."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes

FACTORY = """\
import os

from openai import AzureOpenAI


def connect():
    return AzureOpenAI(azure_endpoint=os.environ["HOST"], api_key=os.environ["KEY"])


def make(client):
    return client.beta.assistants.create(model="gpt-4.1", name="poet", instructions="Rhyme.")


def main():
    client = connect()
    poet = make(client)
    thread = client.beta.threads.create()
    client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=poet.id)
"""
MADE = """\
import os
from functools import cache

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential
from openai import AzureOpenAI


@cache
def foundry_project() -> AIProjectClient:
    \"\"\"The Foundry project that agents, conversations and responses belong to.\"\"\"
    return AIProjectClient(
        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
    )


def connect():
    return AzureOpenAI(azure_endpoint=os.environ["HOST"], api_key=os.environ["KEY"])


def make(client):
    return foundry_project().agents.create_version(
        agent_name="poet", definition=PromptAgentDefinition(model="gpt-4.1", instructions="Rhyme.")
    )


def main():
    client = connect()
    openai_client = foundry_project().get_openai_client()
    poet = make(client)
    conversation = openai_client.conversations.create()
    openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": poet.name, "type": "agent_reference"}},
    )
"""


def test_a_factory() -> None:
    becomes(FACTORY, MADE)


def test_the_function_of_an_earlier_fix_is_used_again() -> None:
    later = "\n\ndef begin():\n    return connect().beta.threads.create().id\n"
    now = (
        "\n\ndef begin():\n    openai_client = foundry_project().get_openai_client()\n"
        "    return openai_client.conversations.create().id\n"
    )
    becomes(MADE + later, MADE + now)


def test_it_is_said_what_the_project_needs() -> None:
    told = notes(FACTORY)
    assert any("`FOUNDRY_PROJECT_ENDPOINT`" in note for note in told)
    assert any(note.startswith("a function makes the project's client") for note in told)


def test_a_client_of_asyncio_belongs_to_one_event_loop() -> None:
    before = """\
from openai import AsyncAzureOpenAI


async def make(client: AsyncAzureOpenAI):
    return await client.beta.assistants.create(model="gpt-4.1", name="poet")
"""
    assert ["shows no place" in message for _, message in blockers(before)] == [True]


def test_a_client_from_out_of_view_may_be_the_projects_already() -> None:
    becomes(
        """\
from openai import AzureOpenAI


def begin(client: AzureOpenAI) -> str:
    return client.beta.threads.create().id
""",
        """\
from openai import AzureOpenAI


def begin(client: AzureOpenAI) -> str:
    return client.conversations.create().id
""",
    )
