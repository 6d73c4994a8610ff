"""Objects that a list of the module gathers."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_HEAD = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())
thread = client.threads.create()
agents = []
for name in ("one", "two"):
    agents.append(client.get_agent(name))
"""
_READ = """for agent in agents:
    client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(len(agents))
"""


def test_a_loop_reads_the_list() -> None:
    source = _HEAD + _READ

    assert not blockers(source)
    assert '{"agent_reference": {"name": agent.name, "type": "agent_reference"}}' in fix_all(source)


def test_something_else_gets_the_list() -> None:
    source = f"from other import keep\n{_HEAD}{_READ}keep(agents)\n"

    assert "the value is put into a list whose readers are not known" in str(blockers(source))
