"""What running migrated programs brought to light."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers

CLIENT = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential
from team import Team

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
"""
HANDED_ON = (
    CLIENT + 'agent = client.create_agent(model="m", name="n", instructions="i")\nTeam(client)\n',
    """import os

from azure.ai.agents import AgentsClient
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential
from team import Team

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
project_client = AIProjectClient(
    endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential()
)
agent = project_client.agents.create_version(
    agent_name="n", definition=PromptAgentDefinition(model="m", instructions="i")
)
Team(client)
""",
)
HUB = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
"""
DELETED = (
    HUB
    + """agent = client.agents.create_agent(model="m", name="n", instructions="i")
result = client.agents.delete_agent(agent.id)
if result.deleted:
    print(f"deleted {result.id}")
""",
    HUB.replace(
        "Client\n", "Client\nfrom azure.ai.projects.models import PromptAgentDefinition\n", 1
    )
    + """agent = client.agents.create_version(
    agent_name="n", definition=PromptAgentDefinition(model="m", instructions="i")
)
result = client.agents.delete_version(agent_name=agent.name, agent_version=agent.version)
if result.deleted:
    print(f"deleted {result.name}")
""",
)


@pytest.mark.parametrize(
    ("before", "after"),
    [HANDED_ON, DELETED],
    ids=["a client that another file gets stays", "what is answered to a deletion"],
)
def test_programs(before: str, after: str) -> None:
    becomes(before, after)


def test_functions_whose_runs_are_elsewhere_block() -> None:
    text = CLIENT + "\n\ndef act() -> str:\n    return ''\n\n\n"
    text += "client.enable_auto_function_calls({act})\nTeam(client)\n"
    assert "the runs that call these functions are not in this file" in [
        m for _, m in blockers(text)
    ]
