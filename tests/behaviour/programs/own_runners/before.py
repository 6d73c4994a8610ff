from __future__ import annotations

import asyncio
import time
from functools import partial

from openai import OpenAI, RateLimitError

client = OpenAI()
assistant = client.beta.assistants.create(name="A", model="gpt-4o", instructions="Help.")


def again(function, *args, attempts=3, **kwargs):
    for attempt in range(attempts):
        try:
            return function(*args, **kwargs)
        except RateLimitError:
            time.sleep(attempt)
    return None


def with_retries(call, attempts=2):
    failure = None
    for _ in range(attempts):
        try:
            result = call()
            return result
        except RateLimitError as error:
            failure = error
    raise RuntimeError("too busy") from failure


class Bot:
    def __init__(self, client):
        self.client = client

    async def _in_thread(self, function, *args, **kwargs):
        call = partial(function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(None, call)

    async def ask(self, text):
        thread = await self._in_thread(self.client.beta.threads.create)
        await self._in_thread(
            self.client.beta.threads.messages.create, thread.id, role="user", content=text
        )
        run = await self._in_thread(
            self.client.beta.threads.runs.create, thread_id=thread.id, assistant_id=assistant.id
        )
        while run.status in ("queued", "in_progress"):
            await asyncio.sleep(0.1)
            run = await asyncio.wait_for(
                self._in_thread(
                    self.client.beta.threads.runs.retrieve, thread_id=thread.id, run_id=run.id
                ),
                timeout=10,
            )
        print(run.status)
        messages = await asyncio.wait_for(
            asyncio.to_thread(self.client.beta.threads.messages.list, thread_id=thread.id), 20
        )
        for message in messages.data:
            print(message.role, message.content[0].text.value)
        await self._in_thread(self.client.beta.threads.delete, thread.id)


def tell(text):
    thread = again(client.beta.threads.create, attempts=2)
    with_retries(
        lambda: client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    )
    run = again(
        client.beta.threads.runs.create_and_poll,
        thread_id=thread.id,
        assistant_id=assistant.id,
        attempts=1,
    )
    print(run.status)
    messages = with_retries(lambda: client.beta.threads.messages.list(thread_id=thread.id), 4)
    return messages.data[0].content[0].text.value


asyncio.run(Bot(client).ask("How are you?"))
print(tell("And now?"))
