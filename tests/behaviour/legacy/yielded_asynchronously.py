"""An asynchronous generator gives events on, and a handler gets images, also of runs that fail."""

from __future__ import annotations

import asyncio

from openai import AsyncAssistantEventHandler, AsyncOpenAI

client = AsyncOpenAI()
TOOLS = [{"type": "code_interpreter"}]


async def events(thread_id, assistant_id):
    async with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id
    ) as stream:
        async for event in stream:
            yield event


async def ask(thread_id, assistant_id):
    async for event in events(thread_id, assistant_id):
        if event.event == "thread.message.delta":
            print(event.data.delta.content[0].text.value, end="")
        elif event.event == "thread.message.in_progress":
            print("begins")
        elif event.event == "thread.run.failed":
            print("failed", event.data.last_error is not None)
    print()


class Shows(AsyncAssistantEventHandler):
    async def on_image_file_done(self, image_file):
        response = await client.files.content(image_file.file_id)
        print("image", len(response.content) > 0)

    async def on_end(self):
        print("end", self.current_run is not None)


async def say(thread_id, text):
    await client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)


async def main():
    thread = await client.beta.threads.create()
    for words in ("Be kind.", "fail-on-demand"):
        assistant = await client.beta.assistants.create(
            model="gpt-4o", instructions=words, tools=TOOLS
        )
        await say(thread.id, "Hello")
        await ask(thread.id, assistant.id)
        await say(thread.id, "Draw a chart")
        async with client.beta.threads.runs.stream(
            thread_id=thread.id, assistant_id=assistant.id, event_handler=Shows()
        ) as stream:
            await stream.until_done()


asyncio.run(main())
