"""Asynchronous; the run's id is kept in the object."""

from __future__ import annotations

import asyncio
import json

from openai import AsyncOpenAI


class Bot:
    def __init__(self):
        self.client = AsyncOpenAI()
        self.run_id = None

    async def setup(self):
        self.assistant = await self.client.beta.assistants.create(
            model="gpt-4o",
            tools=[
                {
                    "type": "function",
                    "function": {
                        "name": "get_time",
                        "parameters": {"type": "object", "properties": {}},
                    },
                }
            ],
        )
        self.thread = await self.client.beta.threads.create()

    async def ask(self, text):
        await self.client.beta.threads.messages.create(
            thread_id=self.thread.id, role="user", content=text
        )
        run = await self.client.beta.threads.runs.create(
            thread_id=self.thread.id, assistant_id=self.assistant.id
        )
        self.run_id = run.id
        await self.wait()
        messages = await self.client.beta.threads.messages.list(thread_id=self.thread.id)
        print(messages.data[0].content[0].text.value)

    async def wait(self):
        while True:
            run = await self.client.beta.threads.runs.retrieve(
                thread_id=self.thread.id, run_id=self.run_id
            )
            if run.status == "requires_action":
                await self.answer(run.required_action.submit_tool_outputs.tool_calls)
            elif run.status == "completed":
                return
            await asyncio.sleep(0.01)

    async def answer(self, calls):
        outputs = [
            {"tool_call_id": call.id, "output": json.dumps({"n": call.function.name})}
            for call in calls
        ]
        await self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=self.thread.id, run_id=self.run_id, tool_outputs=outputs
        )


async def main():
    bot = Bot()
    await bot.setup()
    await bot.ask("What time is it?")


asyncio.run(main())
