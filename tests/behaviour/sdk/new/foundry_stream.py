"""azure-ai-projects 2.10.0: a stream with functions, synchronous and asynchronous."""

import asyncio
import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.aio import AIProjectClient as AsyncAIProjectClient
from azure.ai.projects.models import FunctionTool, PromptAgentDefinition
from azure.identity import DefaultAzureCredential
from azure.identity.aio import DefaultAzureCredential as AsyncDefaultAzureCredential

TOOL = FunctionTool(
    name="lookup",
    parameters={
        "type": "object",
        "properties": {"n": {"type": "integer"}},
        "required": ["n"],
        "additionalProperties": False,
    },
    strict=True,
)
DEFINITION = PromptAgentDefinition(model="m", instructions="Look.", tools=[TOOL])
REFERENCE = {"agent_reference": {"name": "looker", "type": "agent_reference"}}


def outputs_of(response):
    return [
        {"type": "function_call_output", "call_id": c.call_id, "output": "7"}
        for c in response.output
        if c.type == "function_call"
    ]


client = AIProjectClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential())
with client, client.get_openai_client() as oc:
    client.agents.create_version("looker", definition=DEFINITION)
    conversation = oc.conversations.create()
    given = "Look it up"
    while given:
        with oc.responses.create(
            conversation=conversation.id, input=given, stream=True, extra_body=REFERENCE
        ) as stream:
            for event in stream:
                if event.type == "response.output_text.delta":
                    print(event.delta, end="")
                elif event.type == "response.completed":
                    given = outputs_of(event.response)


async def main():
    async with (
        AsyncDefaultAzureCredential() as credential,
        AsyncAIProjectClient(os.environ["PROJECT_ENDPOINT"], credential) as client,
        client.get_openai_client() as oc,
    ):
        first = await oc.responses.create(input="Look", extra_body=REFERENCE)
        stream = await oc.responses.create(
            input=outputs_of(first),
            previous_response_id=first.id,
            stream=True,
            extra_body=REFERENCE,
        )
        async for event in stream:
            if event.type == "response.output_text.done":
                print(event.text)
        await client.agents.delete("looker")


asyncio.run(main())
