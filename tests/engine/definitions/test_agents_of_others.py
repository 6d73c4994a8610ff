"""Agents that other modules make: what their ids are now begins with the agent's name."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

_BEFORE = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from team import writer

project = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())


def ask(thread_id):
    agent = writer(project)
    run = project.agents.runs.create_and_process(thread_id=thread_id, agent_id=agent.id)
    project.agents.delete_agent(agent.id)
    return run.status
"""
_AFTER = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from team import writer

project = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
openai_client = project.get_openai_client()


def ask(thread_id):
    agent = writer(project)
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={
            "agent_reference": {
                "name": agent.id.partition(":")[0],
                "type": "agent_reference",
            }
        },
    )
    project.agents.delete(agent_name=agent.id.partition(":")[0])
    return response.status
"""


def test_the_name_stands_before_the_colon() -> None:
    becomes(_BEFORE, _AFTER)
    assert any("what stands before the colon" in note for note in notes(_BEFORE))


@pytest.mark.parametrize(
    "other",
    [
        'project.agents.create_agent(model="gpt-4o", name="reader")',
        "project.agents.list_agents()",
    ],
)
def test_agents_that_this_file_may_have_made_are_not_told_from_them(other: str) -> None:
    source = f"{_BEFORE}\n\nkeep({other})\n"
    assert any("the id of an object from elsewhere" in message for _, message in blockers(source))
