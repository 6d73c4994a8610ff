"""The same with a handler that counts, coroutines, and a thread of two questions."""

from __future__ import annotations

import asyncio
import json
import os

from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import (
    AsyncAgentEventHandler,
    AsyncFunctionTool,
    AsyncToolSet,
    ListSortOrder,
    MessageDeltaChunk,
)
from azure.identity.aio import DefaultAzureCredential


class Counting(AsyncAgentEventHandler[None]):
    def __init__(self) -> None:
        super().__init__()
        self.letters = 0

    async def on_message_delta(self, delta: MessageDeltaChunk) -> None:
        self.letters += len(delta.text)

    async def on_error(self, data: str) -> None:
        print("error:", data)


async def find_train(start: str, goal: str) -> str:
    """Find a train.

    :param start: Where from.
    :param goal: Where to.
    """
    await asyncio.sleep(0)
    return json.dumps({"train": f"{start}-{goal}"})


async def main() -> None:
    async with (
        DefaultAzureCredential() as credential,
        AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=credential) as client,
    ):
        toolset = AsyncToolSet()
        toolset.add(AsyncFunctionTool({find_train}))
        client.enable_auto_function_calls(toolset)
        agent = await client.create_agent(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            name="trains",
            instructions="You know all trains.",
            toolset=toolset,
        )
        thread = await client.threads.create()
        for question in ("A train to Rome?", "And back?"):
            await client.messages.create(thread_id=thread.id, role="user", content=question)
            handler = Counting()
            async with await client.runs.stream(
                thread_id=thread.id, agent_id=agent.id, event_handler=handler
            ) as stream:
                await stream.until_done()
            print("letters:", handler.letters)
        async for message in client.messages.list(
            thread_id=thread.id, order=ListSortOrder.ASCENDING
        ):
            for part in message.text_messages:
                print(message.role, part.text.value)
        await client.delete_agent(agent.id)


if __name__ == "__main__":
    asyncio.run(main())
