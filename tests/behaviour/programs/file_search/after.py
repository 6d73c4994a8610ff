from __future__ import annotations

import os
from pathlib import Path

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import FileSearchTool, PromptAgentDefinition
from azure.identity import DefaultAzureCredential

Path("facts.md").write_text("Rome is old.")
project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
with project_client, project_client.get_openai_client() as openai_client:
    with Path("facts.md").open("rb") as f:
        file = openai_client.files.create(file=f, purpose="assistants")
    vector_store = openai_client.vector_stores.create(name="facts")
    openai_client.vector_stores.file_batches.create_and_poll(vector_store.id, file_ids=[file.id])
    agent = project_client.agents.create_version(
        agent_name="searcher",
        definition=PromptAgentDefinition(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            instructions="Search the facts.",
            tools=[FileSearchTool(vector_store_ids=[vector_store.id])],
        ),
    )
    conversation = openai_client.conversations.create(
        items=[{"type": "message", "role": "user", "content": "What is old?"}]
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    if response.status == "failed":
        print(response.error)
    print(response.output_text)
    openai_client.vector_stores.delete(vector_store.id)
    openai_client.files.delete(file.id)
    project_client.agents.delete(agent_name=agent.name)
