from __future__ import annotations

import os
import time

from azure.ai.agents.models import CodeInterpreterTool
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)

with project_client:
    tool = CodeInterpreterTool()
    agent = project_client.agents.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="my-agent",
        instructions="You politely help with math questions.",
        tools=tool.definitions,
        tool_resources=tool.resources,
    )
    thread = project_client.agents.threads.create()
    project_client.agents.messages.create(
        thread_id=thread.id, role="user", content="Solve the equation `3x + 11 = 14`."
    )
    run = project_client.agents.runs.create(thread_id=thread.id, agent_id=agent.id)
    while run.status in ("queued", "in_progress", "requires_action"):
        time.sleep(1)
        run = project_client.agents.runs.get(thread_id=thread.id, run_id=run.id)
    print(f"Run completed with status: {run.status}")
    if run.status == "failed":
        print(run.last_error)
    for message in project_client.agents.messages.list(thread_id=thread.id):
        if message.text_messages:
            print(f"{message.role}: {message.text_messages[-1].text.value}")
    project_client.agents.delete_agent(agent.id)
