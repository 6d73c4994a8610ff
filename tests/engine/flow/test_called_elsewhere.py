"""Methods that are named in one place and called in another: who takes what they give waits."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="helper", instructions="Be brief.")


class Threads:
    make = None


{named}
thread = {called}
client.messages.create(thread_id=thread.id, role="user", content="Why?")
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
"""


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ("make = client.threads.create", "make()"),
        ("threads = client.threads\nmake = threads.create", "make()"),
        ("kept = Threads()\nkept.make = client.threads.create", "kept.make()"),
    ],
    ids=["name", "alias", "attribute"],
)
def test_the_rest_of_the_flow_waits(named: str, called: str) -> None:
    program = PROGRAM.format(named=named, called=called)
    assert "`create` is passed on without being called here" in dict(blockers(program)).values()
    assert "responses.create" not in fix_all(program)
    assert "conversations" not in fix_all(program)
