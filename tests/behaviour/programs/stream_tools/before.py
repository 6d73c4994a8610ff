import asyncio
import os

from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import AsyncAgentEventHandler, AsyncFunctionTool, AsyncToolSet
from azure.identity.aio import DefaultAzureCredential


async def lookup(word: str) -> str:
    """Looks a word up.

    :param word: The word.
    """
    return f"{word} is a word"


class Handler(AsyncAgentEventHandler[str]):
    async def on_message_delta(self, delta) -> None:
        print(delta.text, end="")

    async def on_done(self) -> None:
        print()


async def main() -> None:
    async with (
        DefaultAzureCredential() as credential,
        AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=credential) as client,
    ):
        toolset = AsyncToolSet()
        toolset.add(AsyncFunctionTool({lookup}))
        client.enable_auto_function_calls(toolset)
        agent = await client.create_agent(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            name="reader",
            instructions="Look words up.",
            toolset=toolset,
        )
        thread = await client.threads.create()
        await client.messages.create(
            thread_id=thread.id,
            role="user",
            content=[
                {"type": "text", "text": "What is this?"},
                {
                    "type": "image_url",
                    "image_url": {"url": "https://example.com/a.png", "detail": "high"},
                },
            ],
        )
        async with await client.runs.stream(
            thread_id=thread.id,
            agent_id=agent.id,
            event_handler=Handler(),
            tool_choice="required",
        ) as stream:
            await stream.until_done()
        await client.delete_agent(agent.id)


asyncio.run(main())
