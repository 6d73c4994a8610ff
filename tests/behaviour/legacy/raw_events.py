"""A handler that takes the text of events apart itself, and is gone over."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AgentStreamEvent, BaseAgentEventHandler, MessageDeltaChunk
from azure.identity import DefaultAzureCredential


class Texts(BaseAgentEventHandler[str]):
    def _process_event(self, event_data_str: str) -> str:
        kind = data = ""
        for line in event_data_str.splitlines():
            if line.startswith("event:"):
                kind = line.partition(":")[2].strip()
            if line.startswith("data:"):
                data = line.partition(":")[2].strip()
        if kind == AgentStreamEvent.THREAD_MESSAGE_DELTA.value:
            chunk = MessageDeltaChunk(**json.loads(data))
            return chunk.text
        return ""

    def texts(self) -> Iterator[str]:
        for text in self:
            if text:
                yield text


client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
agent = client.create_agent(
    model=os.environ["MODEL_DEPLOYMENT_NAME"], name="poet", instructions="Rhyme."
)
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="A line, please.")
with client.runs.stream(thread_id=thread.id, agent_id=agent.id, event_handler=Texts()) as stream:
    print("".join(stream.texts()))
client.delete_agent(agent.id)
