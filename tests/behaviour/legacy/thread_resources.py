"""A thread that brings the files for the search of the one agent."""

from __future__ import annotations

import os
from pathlib import Path

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FilePurpose, FileSearchTool, ListSortOrder
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())

path = Path("timetable.md")
path.write_text("The train to Rome leaves at nine.", encoding="utf-8")
file = client.files.upload_and_poll(file_path=str(path), purpose=FilePurpose.AGENTS)
store = client.vector_stores.create_and_poll(file_ids=[file.id], name="trains")
search = FileSearchTool(vector_store_ids=[store.id])
agent = client.create_agent(
    model=os.environ["MODEL_DEPLOYMENT_NAME"],
    name="trains",
    instructions="Look it up.",
    tools=search.definitions,
)
thread = client.threads.create(tool_resources=search.resources)
client.messages.create(thread_id=thread.id, role="user", content="When does it leave?")
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
for message in client.messages.list(thread_id=thread.id, order=ListSortOrder.ASCENDING):
    for part in message.text_messages:
        print(message.role, part.text.value)
client.vector_stores.delete(store.id)
client.files.delete(file.id)
client.delete_agent(agent.id)
