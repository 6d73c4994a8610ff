from __future__ import annotations

import asyncio
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Help.")


async def ask(text):
    conversation = await asyncio.to_thread(client.conversations.create)
    await asyncio.to_thread(
        client.conversations.items.create,
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    response = await asyncio.to_thread(assistant, conversation=conversation.id)
    return response.output_text


async def other(text):
    loop = asyncio.get_running_loop()
    conversation = await loop.run_in_executor(None, client.conversations.create)
    await loop.run_in_executor(
        None,
        lambda: client.conversations.items.create(
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": text}],
        ),
    )
    await loop.run_in_executor(
        None,
        partial(assistant, conversation=conversation.id),
    )
    messages = await loop.run_in_executor(
        None,
        lambda: [
            item
            for item in client.conversations.items.list(conversation_id=conversation.id)
            if item.type == "message"
        ],
    )
    for m in messages:
        print(
            m.role,
            next(
                (
                    part.text
                    for part in m.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            ),
        )


async def main():
    print(await ask("How are you?"))
    await other("And now?")


asyncio.run(main())
