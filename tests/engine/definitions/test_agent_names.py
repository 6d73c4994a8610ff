"""Names of agents that stand in a variable."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

NAME = "Seattle guide"
project = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
agent = project.agents.create_agent(model="gpt-4o", name=NAME, instructions="Help.")
"""


@pytest.mark.parametrize("more", ["", "print(NAME)\n", 'print(f"{NAME}: {agent.id}")\n'])
def test_the_variable_is_renamed(more: str) -> None:
    result = fix_all(HEAD + more)
    assert 'NAME = "Seattle-guide"\n' in result
    assert "agent_name=NAME" in result
    assert any('the agent is named "Seattle-guide"' in note for note in notes(HEAD + more))


@pytest.mark.parametrize("more", ["write(NAME)\n", "TITLE = NAME\n", '__all__ = ["NAME"]\n'])
def test_other_uses_keep_it(more: str) -> None:
    assert fix_all(HEAD + more) == HEAD + more
    told = [message for _, message in blockers(HEAD + more)]
    assert "an agent's name takes letters, digits and inner hyphens only" in told
