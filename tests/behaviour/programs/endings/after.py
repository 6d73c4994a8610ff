from __future__ import annotations

import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()


def ask(ending: str) -> None:
    agent = project_client.agents.create_version(
        agent_name="my-agent",
        definition=PromptAgentDefinition(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            instructions=f"You end like this: {ending}.",
        ),
    )
    conversation = openai_client.conversations.create()
    openai_client.conversations.items.create(
        conversation.id,
        items=[{"type": "message", "role": "user", "content": "How does this end?"}],
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    if response.status == "failed":
        print(f"Failed: {response.error}")
    elif response.status == "incomplete":
        print(f"Incomplete: {response.incomplete_details}")
    for item in openai_client.conversations.items.list(conversation.id):
        if item.type == "message":
            print(f"{item.role}: {item.content[-1].text}")
    project_client.agents.delete(agent_name=agent.name)


with project_client, openai_client:
    ask("complete")
    ask("fail-on-demand")
    ask("expire-on-demand")
    ask("incomplete-on-demand")
