"""openai 3.54.0 against OpenAI and Azure OpenAI: no agents, settings with each call."""

import asyncio
import os

from openai import AsyncOpenAI, AzureOpenAI, BadRequestError, OpenAI
from pydantic import BaseModel


class Planet(BaseModel):
    name: str
    mass: float


def ask(client):
    conversation = client.conversations.create(
        items=[{"type": "message", "role": "user", "content": "Hello"}]
    )
    response = client.responses.create(
        model="gpt-4o",
        instructions="Be brief.",
        conversation=conversation.id,
        tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],
        temperature=0,
    )
    print(response.output_text)
    with client.responses.stream(model="gpt-4o", input="Say it") as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                print(event.delta, end="")
        print(stream.get_final_response().status)
    try:
        client.responses.create(
            model="gpt-4o", input="Hi", conversation=conversation.id, previous_response_id="r"
        )
    except BadRequestError:
        print("refused")


ask(OpenAI())
ask(AzureOpenAI())
ask(OpenAI(base_url=os.environ["AZURE_OPENAI_ENDPOINT"] + "/openai/v1/", api_key="k"))
planet = OpenAI().responses.parse(model="gpt-4o", input="Which?", text_format=Planet)
print(planet.output_parsed)


async def main():
    client = AsyncOpenAI()
    response = await client.responses.create(model="gpt-4o", input="Hello")
    print(response.output_text)


asyncio.run(main())
