from __future__ import annotations

import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    PromptAgentDefinition,
)
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)

with project_client, project_client.get_openai_client() as openai_client:
    tool = CodeInterpreterTool(container=AutoCodeInterpreterToolParam())
    agent = project_client.agents.create_version(
        agent_name="my-agent",
        definition=PromptAgentDefinition(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            instructions="You politely help with math questions.",
            tools=[tool],
        ),
    )
    conversation = openai_client.conversations.create()
    response = openai_client.responses.create(
        conversation=conversation.id,
        input="Solve the equation `3x + 11 = 14`.",
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    print(f"Run completed with status: {response.status}")
    if response.status == "failed":
        print(response.error)
    for item in openai_client.conversations.items.list(conversation.id):
        if item.type == "message":
            print(f"{item.role}: {item.content[-1].text}")
    project_client.agents.delete(agent_name=agent.name)
