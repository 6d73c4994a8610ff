"""Headers of an MCP tool whose value may not be there."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import McpTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())
key = os.environ{key}
tool = McpTool(server_label="s", server_url="u")
tool.update_headers("X-Key", key)
agent = client.create_agent(model="m", name="a", instructions="i", tools=tool.definitions)
print(tool.server_url)
thread = client.threads.create()
client.runs.create_and_process(
    thread_id=thread.id, agent_id=agent.id, tool_resources=tool.resources
)
"""


def test_an_attribute_of_strings() -> None:
    source = _PROGRAM.format(key='["KEY"]')

    assert not blockers(source)
    assert '["headers"]' not in fix_all(source)


def test_a_value_that_may_be_none_goes_by_the_key() -> None:
    source = _PROGRAM.format(key='.get("KEY")')

    assert not blockers(source)
    assert 'tool["headers"] = {"X-Key": key}' in fix_all(source)
