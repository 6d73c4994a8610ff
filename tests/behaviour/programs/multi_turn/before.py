from __future__ import annotations

import asyncio
import os

from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import ListSortOrder
from azure.identity.aio import DefaultAzureCredential


async def ask(client: AgentsClient, agent_id: str, thread_id: str, text: str) -> None:
    await client.messages.create(thread_id=thread_id, role="user", content=text)
    run = await client.runs.create_and_process(thread_id=thread_id, agent_id=agent_id)
    print(run.status)
    last = None
    async for message in client.messages.list(thread_id=thread_id, order=ListSortOrder.ASCENDING):
        last = message
    if last is not None and last.text_messages:
        print(last.text_messages[-1].text.value)


async def main() -> None:
    async with (
        DefaultAzureCredential() as credential,
        AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=credential) as client,
    ):
        agent = await client.create_agent(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            name="my-agent",
            instructions="You are a helpful agent.",
            temperature=0.3,
        )
        thread = await client.threads.create()
        await ask(client, agent.id, thread.id, "Tell me a joke.")
        await ask(client, agent.id, thread.id, "And a better one.")
        await client.delete_agent(agent.id)


asyncio.run(main())
