import asyncio
import json
import os

from azure.ai.projects.aio import AIProjectClient
from azure.ai.projects.models import FunctionTool, PromptAgentDefinition
from azure.identity.aio import DefaultAzureCredential


async def lookup(word: str) -> str:
    """Looks a word up.

    :param word: The word.
    """
    return f"{word} is a word"


TOOL = FunctionTool(
    name="lookup",
    description="Looks a word up.",
    parameters={
        "type": "object",
        "properties": {"word": {"type": "string", "description": "The word."}},
        "required": ["word"],
    },
    strict=False,
)


def calls(response):
    return [item for item in response.output if item.type == "function_call"]


async def answer(call):
    output = await lookup(**json.loads(call.arguments))
    return {"type": "function_call_output", "call_id": call.call_id, "output": output}


async def main() -> None:
    async with (
        DefaultAzureCredential() as credential,
        AIProjectClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=credential) as client,
        client.get_openai_client() as openai_client,
    ):
        agent = await client.agents.create_version(
            agent_name="reader",
            definition=PromptAgentDefinition(
                model=os.environ["MODEL_DEPLOYMENT_NAME"],
                instructions="Look words up.",
                tools=[TOOL],
            ),
        )
        conversation = await openai_client.conversations.create()
        given = [
            {
                "type": "message",
                "role": "user",
                "content": [
                    {"type": "input_text", "text": "What is this?"},
                    {
                        "type": "input_image",
                        "image_url": "https://example.com/a.png",
                        "detail": "high",
                    },
                ],
            }
        ]
        while given:
            stream = await openai_client.responses.create(
                conversation=conversation.id,
                input=given,
                stream=True,
                tool_choice="required",
                extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
            )
            given = []
            async for event in stream:
                if event.type == "response.output_text.delta":
                    print(event.delta, end="")
                elif event.type == "response.completed":
                    given = [await answer(item) for item in calls(event.response)]
        print()
        await client.agents.delete(agent_name=agent.name)


asyncio.run(main())
