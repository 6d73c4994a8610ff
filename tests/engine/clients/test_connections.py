"""Connections of a hub's project, and what is read of them."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient.from_connection_string(
    credential=DefaultAzureCredential(), conn_str=os.environ["PROJECT"]
)
"""


def test_listed_connections_and_their_fields() -> None:
    before = """import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import AuthenticationType, AzureAISearchTool, ConnectionType
from azure.identity import DefaultAzureCredential

project = AIProjectClient.from_connection_string(
    credential=DefaultAzureCredential(), conn_str=os.environ["PROJECT"]
)
known = project.connections.list(connection_type=ConnectionType.AZURE_AI_SERVICES)
print(f"{len(known)} connections")
for one in known:
    print(one.name, one.endpoint_url)
wanted = next((c for c in project.connections.list() if c.connection_type == "CognitiveSearch"))
if wanted.authentication_type == AuthenticationType.API_KEY:
    print(wanted.key)
search = AzureAISearchTool(index_connection_id=wanted.id, index_name="papers")
agent = project.agents.create_agent(
    model="gpt-4o",
    name="librarian",
    instructions="Find papers.",
    tools=search.definitions,
    tool_resources=search.resources,
)
print(agent.id)
"""
    after = """import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    AISearchIndexResource,
    AzureAISearchTool,
    AzureAISearchToolResource,
    ConnectionType,
    PromptAgentDefinition,
)
from azure.identity import DefaultAzureCredential

project = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
known = list(project.connections.list(connection_type="AIServices"))
print(f"{len(known)} connections")
for one in known:
    print(one.name, one.target.removesuffix("/"))
wanted = next((c for c in project.connections.list() if c.type == "CognitiveSearch"))
if wanted.credentials.type == "ApiKey":
    print(wanted.credentials.get("key"))
search = AzureAISearchTool(
    azure_ai_search=AzureAISearchToolResource(
        indexes=[AISearchIndexResource(project_connection_id=wanted.id, index_name="papers")]
    )
)
agent = project.agents.create_version(
    agent_name="librarian",
    definition=PromptAgentDefinition(model="gpt-4o", instructions="Find papers.", tools=[search]),
)
print(agent.id)
"""
    becomes(before, after)
    assert "a connection has its key only where it was got with its credentials" in notes(before)


def test_the_default_connection_is_one_that_is_marked() -> None:
    text = notes(_HEAD + "print(project.connections.get_default(connection_type='ApiKey').name)\n")
    assert (
        "`get_default` gives the connection that is marked as default now, and raises a "
        "ValueError where none is"
    ) in text


def test_a_credential_of_a_connection_is_that_of_the_project() -> None:
    use = "one = project.connections.get(connection_name='c')\nconnect(one.token_credential)\n"
    assert "connect(DefaultAzureCredential())" in fix_all(_HEAD + use)
    hidden = _HEAD.replace("DefaultAzureCredential()", "made()")
    assert "the project's credential is not at hand here" in _reasons(hidden + use)


def test_a_connection_that_goes_out_of_view() -> None:
    reason = "what is done with this connection is not known here: its fields have other names now"
    for use in (
        "connect(project.connections.get(connection_name='c'))\n",
        "def one():\n    return project.connections.list()[0]\n",
        "every = sorted(project.connections.list())\n",
        "for one in project.connections.list():\n    other = one\n    connect(other)\n",
    ):
        assert reason in _reasons(_HEAD + use)


def _reasons(source: str) -> set[str]:
    return {message for _, message in blockers(source)}
