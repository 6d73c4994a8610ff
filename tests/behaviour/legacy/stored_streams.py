"""Streams of stored assistants, synchronous and asynchronous."""

from __future__ import annotations

import asyncio

from openai import AsyncOpenAI, OpenAI

ASSISTANTS = ("asst_first", "asst_second")
client = OpenAI()


def show(assistant_id: str) -> None:
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread.id, role="user", content="Speak.")
    for event in client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=assistant_id, stream=True
    ):
        if event.event == "thread.message.delta":
            print(event.data.delta.content[0].text.value, end="")
    print()


async def show_later(assistant_id: str) -> None:
    later = AsyncOpenAI()
    thread = await later.beta.threads.create()
    await later.beta.threads.messages.create(thread.id, role="user", content="Speak again.")
    async with later.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant_id
    ) as stream:
        async for text in stream.text_deltas:
            print(text, end="")
    print()


for assistant in ASSISTANTS:
    show(assistant)
    asyncio.run(show_later(assistant))
