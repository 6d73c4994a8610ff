"""Deltas that are read by key, by `getattr`, and under names of their own."""

from __future__ import annotations

import os

from azure.ai.agents.models import MessageDeltaChunk, MessageDeltaTextContent
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
agent = project.agents.create_agent(model="gpt-4.1", name="poet", instructions="Be kind.")
thread = project.agents.threads.create()
project.agents.messages.create(thread_id=thread.id, role="user", content="A line")
with project.agents.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    for name, data, _ in stream:
        if name == "thread.message.delta":
            if data and "delta" in data:
                delta = data["delta"]
                if "content" in delta:
                    for part in delta["content"]:
                        if part.get("type") == "text" and "text" in part:
                            chunk = part["text"]["value"]
                            print("1", chunk)
project.agents.messages.create(thread_id=thread.id, role="user", content="Another line")
with project.agents.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    for _name, data, _ in stream:
        if isinstance(data, MessageDeltaChunk):
            delta = getattr(data, "delta", None)
            content = getattr(delta, "content", None) if delta else None
            for block in content or []:
                found = getattr(block, "text", None)
                chunk = getattr(found, "value", "") if found else ""
                if chunk:
                    print("2", chunk)
project.agents.messages.create(thread_id=thread.id, role="user", content="A third line")
with project.agents.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    for _name, data, _ in stream:
        if isinstance(data, MessageDeltaChunk):
            for part in data.delta.content:
                if isinstance(part, MessageDeltaTextContent):
                    text = part.text
                    print("3", text.value)
