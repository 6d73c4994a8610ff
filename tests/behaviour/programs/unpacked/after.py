from __future__ import annotations

from functools import partial
from typing import Any

from openai import OpenAI


class Bot:
    def __init__(self, name, instructions, model="gpt-4o"):
        self.client = OpenAI()
        self.model = model
        self.assistant = partial(
            self.client.responses.create, model=self.model, instructions=instructions
        )
        self.thread = self.client.conversations.create()

    def say(self, text):
        self.client.conversations.items.create(
            conversation_id=self.thread.id,
            items=[{"type": "message", "role": "user", "content": text}],
        )

    def run(self, instructions=None):
        run_params: dict[str, Any] = {}
        if instructions:
            run_params["instructions"] = instructions
        response = self.assistant(conversation=self.thread.id, **run_params)
        print(response.status)
        return response.output_text


bot = Bot("helper", "Be kind.")
bot.say("Hello")
print(bot.run())
bot.say("And now?")
print(bot.run("Be brief."))
