from __future__ import annotations

from openai import OpenAI


class Bot:
    def __init__(self, name, instructions, model="gpt-4o"):
        self.client = OpenAI()
        self.model = model
        params = {"name": name, "instructions": instructions, "model": self.model}
        self.assistant = self.client.beta.assistants.create(**params)
        self.thread = self.client.beta.threads.create()

    def say(self, text):
        data = {"thread_id": self.thread.id, "role": "user", "content": text}
        self.client.beta.threads.messages.create(**data)

    def run(self, instructions=None):
        run_params = {
            "thread_id": self.thread.id,
            "assistant_id": self.assistant.id,
        }
        if instructions:
            run_params["instructions"] = instructions
        run = self.client.beta.threads.runs.create_and_poll(**run_params)
        print(run.status)
        messages = self.client.beta.threads.messages.list(thread_id=self.thread.id)
        return messages.data[0].content[0].text.value


bot = Bot("helper", "Be kind.")
bot.say("Hello")
print(bot.run())
bot.say("And now?")
print(bot.run("Be brief."))
