from __future__ import annotations

import os
from pathlib import Path

from azure.ai.agents.models import FilePurpose, FileSearchTool, MessageRole
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

Path("facts.md").write_text("Rome is old.")
project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
with project_client:
    agents = project_client.agents
    file = agents.files.upload_and_poll(file_path="facts.md", purpose=FilePurpose.AGENTS)
    vector_store = agents.vector_stores.create_and_poll(file_ids=[file.id], name="facts")
    tool = FileSearchTool(vector_store_ids=[vector_store.id])
    agent = agents.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="searcher",
        instructions="Search the facts.",
        tools=tool.definitions,
        tool_resources=tool.resources,
    )
    run = agents.create_thread_and_process_run(
        agent_id=agent.id,
        thread={"messages": [{"role": "user", "content": "What is old?"}]},
    )
    if run.status == "failed":
        print(run.last_error)
    last = agents.messages.get_last_message_text_by_role(run.thread_id, MessageRole.AGENT)
    print(last.text.value)
    agents.vector_stores.delete(vector_store.id)
    agents.files.delete(file.id)
    agents.delete_agent(agent.id)
