"""An agent's id in what is printed: only what a person reads is not the name of the agent."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
agent = client.create_agent(model="m", name="a", instructions="i")
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="Hello")
words = {agent.id: "kind"}
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(agent.id, words[agent.id])
print(run.agent_id == agent.id)
"""


def test_keys_and_comparisons_in_print_have_the_name_too() -> None:
    after = fix_all(_PROGRAM)

    assert 'words = {agent.name: "kind"}' in after
    assert "print(agent.id, words[agent.name])\nprint(agent.name == agent.name)\n" in after
