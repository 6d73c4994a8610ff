from __future__ import annotations

import asyncio
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="A", model="gpt-4o", instructions="Help.")


async def ask(text):
    thread = await asyncio.to_thread(client.beta.threads.create)
    await asyncio.to_thread(
        client.beta.threads.messages.create, thread_id=thread.id, role="user", content=text
    )
    run = await asyncio.to_thread(
        client.beta.threads.runs.create, thread_id=thread.id, assistant_id=assistant.id
    )
    while run.status in ("queued", "in_progress"):
        await asyncio.sleep(0.1)
        run = await asyncio.to_thread(
            client.beta.threads.runs.retrieve, thread_id=thread.id, run_id=run.id
        )
    messages = await asyncio.to_thread(client.beta.threads.messages.list, thread_id=thread.id)
    return messages.data[0].content[0].text.value


async def other(text):
    loop = asyncio.get_running_loop()
    thread = await loop.run_in_executor(None, client.beta.threads.create)
    await loop.run_in_executor(
        None,
        lambda: client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text),
    )
    run = await loop.run_in_executor(
        None,
        partial(client.beta.threads.runs.create, thread_id=thread.id, assistant_id=assistant.id),
    )
    while run.status != "completed":
        run = await loop.run_in_executor(
            None, partial(client.beta.threads.runs.retrieve, thread_id=thread.id, run_id=run.id)
        )
    messages = await loop.run_in_executor(
        None, lambda: client.beta.threads.messages.list(thread_id=thread.id)
    )
    for m in messages.data:
        print(m.role, m.content[0].text.value)


async def main():
    print(await ask("How are you?"))
    await other("And now?")


asyncio.run(main())
