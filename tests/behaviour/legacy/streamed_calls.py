"""Functions that the SDK calls while the program reads the events."""

from __future__ import annotations

import json
import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    AgentStreamEvent,
    FunctionTool,
    ListSortOrder,
    MessageDeltaChunk,
    ThreadRun,
    ToolSet,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())


def opening_hours(place: str, day: str = "today") -> str:
    """When a place is open.

    :param place: Its name.
    """
    return json.dumps({"place": place, "day": day, "hours": "9-17"})


tools = ToolSet()
tools.add(FunctionTool({opening_hours}))
client.enable_auto_function_calls(tools, max_retry=2)

agent = client.create_agent(
    model=os.environ["MODEL_DEPLOYMENT_NAME"],
    name="guide",
    instructions="You know the town.",
    toolset=tools,
)
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="When does the museum open?")

with client.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    for name, data, _ in stream:
        if isinstance(data, MessageDeltaChunk):
            print(data.text, end="")
        elif isinstance(data, ThreadRun) and data.status == "failed":
            print("failed:", data.last_error)
        elif name == AgentStreamEvent.DONE:
            print()

for message in client.messages.list(thread_id=thread.id, order=ListSortOrder.ASCENDING):
    for part in message.text_messages:
        print(message.role, part.text.value)
client.delete_agent(agent.id)
