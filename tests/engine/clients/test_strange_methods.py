"""Clients that are asked for methods that their class never had."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """import os
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential


def ask(client: AgentsClient, agent_id):
    {0}
    thread = client.threads.create()
    return client.runs.create_and_process(thread_id=thread.id, agent_id=agent_id).status


client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
for agent in client.list_agents():
    print(ask(client, agent.id))
"""


@pytest.mark.parametrize("method", ["create_thread", "list_files"])
def test_nothing_of_the_client_changes(method: str) -> None:
    source = SOURCE.format(f"print(client.{method}())")
    reason = f"`{method}` is none of the methods of `client`: say which is meant"
    assert fix_all(source) == source
    assert reason in [message for _, message in blockers(source)]


@pytest.mark.parametrize(
    "line", ["print(client.get_agent(agent_id).name)", "print(client.threads)", "print(client)"]
)
def test_what_it_has_is_no_obstacle(line: str) -> None:
    source = SOURCE.format(line)
    assert not any("none of the methods of `client`" in m for _, m in blockers(source))
