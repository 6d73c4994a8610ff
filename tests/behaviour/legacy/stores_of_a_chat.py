from __future__ import annotations

import asyncio
import json

from openai import AsyncOpenAI

client = AsyncOpenAI()
TOOLS = [
    {"type": "file_search"},
    {
        "type": "function",
        "function": {
            "name": "now",
            "description": "The time",
            "parameters": {"type": "object", "properties": {}},
        },
    },
]


async def start(store):
    thread = await client.beta.threads.create(
        metadata={"user": "ann"}, tool_resources={"file_search": {"vector_store_ids": [store]}}
    )
    return thread.id


async def ask(assistant_id, thread_id, text, file_ids):
    await client.beta.threads.messages.create(
        thread_id,
        role="user",
        content=text,
        attachments=[{"file_id": i, "tools": [{"type": "file_search"}]} for i in file_ids],
    )
    run = await client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while run.status in ("queued", "in_progress", "requires_action"):
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": json.dumps("noon")})
            run = await client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
            continue
        await asyncio.sleep(0.1)
        run = await client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
    messages = await client.beta.threads.messages.list(thread_id=thread_id)
    return messages.data[0].content[0].text.value


async def upload(name, text):
    file = await client.files.create(file=(name, text.encode()), purpose="assistants")
    return file.id


async def main():
    assistant = await client.beta.assistants.create(
        model="gpt-4o", instructions="Be kind.", tools=TOOLS
    )
    store = await client.beta.vector_stores.create(name="first")
    base = await upload("base.txt", "Base")
    await client.beta.vector_stores.files.create_and_poll(base, vector_store_id=store.id)
    thread_id = await start(store.id)
    print(await ask(assistant.id, thread_id, "one", []))
    print(await ask(assistant.id, thread_id, "two", [await upload("b.txt", "B")]))
    other = await client.beta.vector_stores.create(name="second")
    await client.beta.threads.update(
        thread_id, tool_resources={"file_search": {"vector_store_ids": [other.id]}}
    )
    print(await ask(assistant.id, thread_id, "three", []))


asyncio.run(main())
