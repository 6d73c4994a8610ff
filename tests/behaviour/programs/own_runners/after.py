from __future__ import annotations

import asyncio
import time
from functools import partial

from openai import OpenAI, RateLimitError

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Help.")


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
        conversation = await self._in_thread(self.client.conversations.create)
        await self._in_thread(
            self.client.conversations.items.create,
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": text}],
        )
        response = await self._in_thread(assistant, conversation=conversation.id)
        print(response.status)
        messages = await asyncio.wait_for(
            asyncio.to_thread(
                lambda: [
                    item
                    for item in self.client.conversations.items.list(
                        conversation_id=conversation.id
                    )
                    if item.type == "message"
                ]
            ),
            20,
        )
        for message in messages:
            print(
                message.role,
                next(
                    (
                        part.text
                        for part in message.content
                        if part.type == "output_text" or part.type == "input_text"
                    ),
                    "",
                ),
            )
        await self._in_thread(self.client.conversations.delete, conversation.id)


def tell(text):
    conversation = again(client.conversations.create, attempts=2)
    with_retries(
        lambda: client.conversations.items.create(
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": text}],
        )
    )
    response = again(assistant, conversation=conversation.id, attempts=1)
    print(response.status)
    return response.output_text


asyncio.run(Bot(client).ask("How are you?"))
print(tell("And now?"))
