"""Agents that are got when they exist, and made when they do not."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())


"""
MADE = HEAD.replace(
    "import AIProjectClient\n",
    "import AIProjectClient\nfrom azure.ai.projects.models import PromptAgentDefinition\n",
)

PROGRAMS = {
    "by its name": (
        """def agent(name: str | None) -> str:
    if name:
        found = client.agents.get_agent(name)
    else:
        found = client.agents.create_agent(model="gpt-4.1", name="helper")
    return found.id
""",
        """def agent(name: str | None) -> str:
    if name:
        found = client.agents.get(agent_name=name)
    else:
        found = client.agents.create_version(
            agent_name="helper", definition=PromptAgentDefinition(model="gpt-4.1")
        )
    return found.name
""",
    ),
    "out of the list of all": (
        """def agent() -> str:
    found = None
    for one in client.agents.list_agents():
        if one.name == "helper":
            found = one
            break
    if found is None:
        found = client.agents.create_agent(model="gpt-4.1", name="helper")
    print(f"agent {found.id}")
    return found.id
""",
        """def agent() -> str:
    found = None
    for one in client.agents.list(kind="prompt"):
        if one.name == "helper":
            found = one
            break
    if found is None:
        found = client.agents.create_version(
            agent_name="helper", definition=PromptAgentDefinition(model="gpt-4.1")
        )
    print(f"agent {found.id}")
    return found.name
""",
    ),
    "in one line": (
        """def agent(n: str) -> str:
    found = client.agents.get_agent(n) if n else client.agents.create_agent(model="m", name="n")
    return found.id
""",
        """def agent(n: str) -> str:
    found = (
        client.agents.get(agent_name=n)
        if n
        else client.agents.create_version(
            agent_name="n", definition=PromptAgentDefinition(model="m")
        )
    )
    return found.name
""",
    ),
}
FETCHED = (
    """def show(name: str) -> None:
    found = client.agents.get_agent(name)
    print(found.name, found.description, found.metadata)
""",
    """def show(name: str) -> None:
    found = client.agents.get(agent_name=name)
    print(found.name, found.versions.latest.description, found.versions.latest.metadata)
""",
)


@pytest.mark.parametrize("name", PROGRAMS)
def test_name_is_all_that_is_read(name: str) -> None:
    before, after = PROGRAMS[name]

    becomes(HEAD + before, MADE + after)


def test_agent_that_is_got_has_its_fields_in_its_latest_version() -> None:
    before, after = FETCHED

    becomes(HEAD + before, HEAD + after)


@pytest.mark.parametrize("attribute", ["instructions", "model", "description", "metadata"])
def test_other_fields_stand_in_different_places(attribute: str) -> None:
    source = f"""{HEAD}def show(name: str) -> None:
    try:
        found = client.agents.get_agent(name)
    except ValueError:
        found = client.agents.create_agent(model="m", name="n", instructions="i", description="d")
    print(found.{attribute})
"""

    reason = (
        f"one way the agent is got here and another way made: `{attribute}` stands in different "
        "places of the two results"
    )
    assert (14, reason) in blockers(source)


def test_annotation_of_both() -> None:
    source = HEAD.replace("\nclient", "from azure.ai.agents.models import Agent\n\nclient", 1) + (
        """def find(name: str) -> Agent:
    if name:
        return client.agents.get_agent(name)
    return client.agents.create_agent(model="m", name="n")
"""
    )

    assert "def find(name: str) -> Union[AgentDetails, AgentVersionDetails]:" in fix_all(source)
