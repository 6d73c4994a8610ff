from __future__ import annotations

import asyncio
import os

from azure.ai.projects.aio import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity.aio import DefaultAzureCredential
from openai import AsyncOpenAI


async def ask(client: AsyncOpenAI, agent_name: str, conversation_id: str, text: str) -> None:
    response = await client.responses.create(
        conversation=conversation_id,
        input=text,
        extra_body={"agent_reference": {"name": agent_name, "type": "agent_reference"}},
    )
    print(response.status)
    print(response.output_text)


async def main() -> None:
    async with (
        DefaultAzureCredential() as credential,
        AIProjectClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=credential) as client,
        client.get_openai_client() as openai_client,
    ):
        agent = await client.agents.create_version(
            agent_name="my-agent",
            definition=PromptAgentDefinition(
                model=os.environ["MODEL_DEPLOYMENT_NAME"],
                instructions="You are a helpful agent.",
                temperature=0.3,
            ),
        )
        conversation = await openai_client.conversations.create()
        await ask(openai_client, agent.name, conversation.id, "Tell me a joke.")
        await ask(openai_client, agent.name, conversation.id, "And a better one.")
        await client.agents.delete(agent_name=agent.name)


asyncio.run(main())
