"""azure.ai.agents.aio: functions that are coroutines, and a stream read as an iterator."""

import asyncio
import os

from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import AsyncFunctionTool, AsyncToolSet, MessageDeltaChunk, ThreadRun
from azure.identity.aio import DefaultAzureCredential


async def lookup(word: str) -> str:
    """Looks a word up.

    :param word: The word.
    """
    await asyncio.sleep(1)
    return word


async def main():
    async with (
        DefaultAzureCredential() as credential,
        AgentsClient(os.environ["PROJECT_ENDPOINT"], credential) as client,
    ):
        toolset = AsyncToolSet()
        toolset.add(AsyncFunctionTool({lookup}))
        client.enable_auto_function_calls(toolset)
        agent = await client.create_agent(model="m", toolset=toolset)
        thread = await client.threads.create()
        await client.messages.create(thread.id, role="user", content="Look it up")
        run = await client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
        assert run.status == "completed", run
        await client.messages.create(thread.id, role="user", content="Once more")
        async with await client.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
            async for kind, data, _ in stream:
                if isinstance(data, MessageDeltaChunk):
                    print(data.text, end="")
                elif isinstance(data, ThreadRun):
                    print(kind, data.status)
        await client.delete_agent(agent.id)


asyncio.run(main())
