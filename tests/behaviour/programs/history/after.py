from __future__ import annotations

import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential

client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
with client, client.get_openai_client() as openai_client:
    agent = client.agents.create_version(
        agent_name="historian",
        definition=PromptAgentDefinition(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            instructions="You remember what was said.",
        ),
    )
    conversation = openai_client.conversations.create(
        items=[
            {"type": "message", "role": "user", "content": "My name is Ann."},
            {"type": "message", "role": "assistant", "content": "Nice to meet you, Ann."},
        ]
    )
    openai_client.conversations.items.create(
        conversation.id,
        items=[{"type": "message", "role": "user", "content": "I live in Rome."}],
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        input="What do you know about me?",
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    if response.status == "failed":
        print(f"Run failed: {response.error}")
    for item in openai_client.conversations.items.list(conversation.id, order="asc"):
        if item.type == "message":
            print(f"{item.role}: {item.content[-1].text}")
    openai_client.conversations.delete(conversation.id)
    client.agents.delete(agent_name=agent.name)
