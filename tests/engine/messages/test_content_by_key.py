"""Parts of a message that are asked for by ``get``, with something else where there are none."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="helper", instructions="Be brief.")
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="Why?")
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for message in client.messages.list(thread_id=thread.id):
    for part in message.get("content", DEFAULT):
        if part.get("type") == "text":
            print(part.get("text", {}).get("value", ""))
"""


@pytest.mark.parametrize("default", ["[]", "()", "None"])
def test_parts_behind_an_empty_default_are_followed(default: str) -> None:
    after = fix_all(PROGRAM.replace("DEFAULT", default))
    assert "for part in message.content:\n" in after
    assert "print(part.text)\n" in after


@pytest.mark.parametrize("default", ["NONE", "[{}]"])
def test_another_default_is_blocked(default: str) -> None:
    found = blockers(PROGRAM.replace("DEFAULT", default))
    assert (12, "`get` of a message has no known counterpart") in found
