"""Resources of a thread go to the agent's tools when the two are made for each other."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers

_HEAD = """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FileSearchTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
search = FileSearchTool(vector_store_ids=["vs_1"])
agent = client.create_agent(model="m", name="n", tools=search.definitions)
"""
_THREAD = "thread = client.threads.create(tool_resources=search.resources)\n"


def test_one_agent_and_one_thread() -> None:
    becomes(
        _HEAD + _THREAD + "client.runs.create(thread_id=thread.id, agent_id=agent.id)\n",
        """import os
from azure.ai.projects.models import FileSearchTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
search = FileSearchTool(vector_store_ids=["vs_1"])
agent = client.agents.create_version(
    agent_name="n", definition=PromptAgentDefinition(model="m", tools=[search])
)
conversation = openai_client.conversations.create()
openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
""",
    )


@pytest.mark.parametrize(
    "rest",
    [
        _THREAD + "other = client.threads.create()\n",
        "for _ in range(2):\n    " + _THREAD,
        "def ask():\n    " + _THREAD,
        _THREAD + 'client.runs.create(thread_id=os.environ["T"], agent_id=agent.id)\n',
    ],
    ids=["two threads", "a loop", "a function", "a thread from elsewhere"],
)
def test_it_is_not_certain_who_sees_them(rest: str) -> None:
    found = [words for _, words in blockers(_HEAD + rest)]
    assert any("a conversation has no tool resources" in words for words in found)
