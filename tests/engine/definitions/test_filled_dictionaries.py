"""Agents that are kept by name in a dictionary, which a function makes and returns."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())


def load(ids):
    agents = {made}
    for name, agent_id in ids.items():
        agents[name] = client.get_agent(agent_id)
    return agents


class Team:
    def __init__(self, ids):
        self.agents = load(ids)

    def ask(self, thread_id):
        client.runs.create(thread_id=thread_id, agent_id=self.agents["writer"].id)

    def close(self):
        for agent in self.agents.values():
            client.delete_agent(agent.id)
"""


@pytest.mark.parametrize("made", ["{}", "dict()"])
def test_agents_of_a_dictionary(made: str) -> None:
    after = fix_all(_PROGRAM.format(made=made))
    assert "agents[name] = client.agents.get(agent_name=agent_id)" in after
    assert '"name": self.agents["writer"].name,' in after
    assert "client.agents.delete(agent_name=agent.name)" in after


def test_a_dictionary_that_another_makes_is_not_known() -> None:
    found = blockers(_PROGRAM.format(made="others()"))
    assert any("the id of an object from elsewhere" in message for _, message in found)
