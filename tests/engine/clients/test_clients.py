"""Clients that are made, kept, replaced and closed."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

PROGRAMS = {
    "a client that is closed": (
        """import asyncio
import os

from azure.ai.agents.aio import AgentsClient
from azure.identity.aio import DefaultAzureCredential


async def main() -> None:
    client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())
    try:
        thread = await client.threads.create()
        print(thread.id)
    finally:
        await client.close()


asyncio.run(main())
""",
        """import asyncio
import os

from azure.ai.projects.aio import AIProjectClient
from azure.identity.aio import DefaultAzureCredential


async def main() -> None:
    client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
    openai_client = client.get_openai_client()
    try:
        conversation = await openai_client.conversations.create()
        print(conversation.id)
    finally:
        await client.close()
        await openai_client.close()


asyncio.run(main())
""",
    ),
    "a client on self that is closed": (
        """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential


class Bot:
    def __init__(self) -> None:
        self._client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())

    def start(self) -> str:
        return self._client.threads.create().id

    def forget(self, name: str) -> None:
        self._client.delete_agent(name)

    def stop(self) -> None:
        self._client.close()  # at last
""",
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    def __init__(self) -> None:
        self._client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
        self._openai_client = self._client.get_openai_client()

    def start(self) -> str:
        return self._openai_client.conversations.create().id

    def forget(self, name: str) -> None:
        self._client.agents.delete(agent_name=name)

    def stop(self) -> None:
        self._client.close()  # at last
        self._openai_client.close()
""",
    ),
    "a client that only has agents has no second one to close": (
        """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("https://x.services.ai.azure.com/api/projects/p", DefaultAzureCredential())
client.delete_agent("helper")
client.close()
""",
        """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient("https://x.services.ai.azure.com/api/projects/p", DefaultAzureCredential())
client.agents.delete(agent_name="helper")
client.close()
""",
    ),
    "some calls stay: one client beside the old one, which is still closed": (
        """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())


def start() -> str:
    return client.threads.create().id


def look(name: str) -> str:
    return client.get_agent(name).name


def forget(name: str) -> None:
    client.delete_agent(name)


def change(name: str) -> None:
    client.update_agent(name, name="other")


def stop() -> None:
    client.close()
""",
        """import os

from azure.ai.agents import AgentsClient
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())
project_client = AIProjectClient(
    endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()


def start() -> str:
    return openai_client.conversations.create().id


def look(name: str) -> str:
    return project_client.agents.get(agent_name=name).name


def forget(name: str) -> None:
    project_client.agents.delete(agent_name=name)


def change(name: str) -> None:
    client.update_agent(name, name="other")


def stop() -> None:
    client.close()
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_becomes(name: str) -> None:
    becomes(*PROGRAMS[name])


def test_closing_elsewhere_than_in_a_line_of_its_own_is_told() -> None:
    source = """import atexit

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("https://x.services.ai.azure.com/api/projects/p", DefaultAzureCredential())
atexit.register(client.close)
print(client.threads.create().id)
"""

    told = "the project's OpenAI client is a second one to close; here only the first is"
    assert told in notes(source)
    assert blockers(source) == []


MODULE = """import openai

openai.api_type = "{0}"
print(openai.beta.threads.create().id)
"""


@pytest.mark.parametrize(("kind", "told"), [("openai", False), ("azure", True)])
def test_the_module_is_no_client_of_a_project(kind: str, told: bool) -> None:
    reason = "in Foundry, calls go through a project's client, not a module"
    assert blockers(MODULE.format(kind)) == ([(4, reason)] if told else [])
