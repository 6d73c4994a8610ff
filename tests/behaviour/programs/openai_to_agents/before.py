from __future__ import annotations

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"], api_version="2024-05-01-preview"
)


class Bot:
    def __init__(self) -> None:
        self.assistant = client.beta.assistants.create(
            model="gpt-4o-mini",
            name="Planet Expert",
            instructions="You know planets.",
            response_format={
                "type": "json_schema",
                "json_schema": {
                    "name": "planet",
                    "schema": {"type": "object", "properties": {"mass": {"type": "string"}}},
                },
            },
        )
        self.thread = client.beta.threads.create()

    def ask(self, text: str) -> str:
        client.beta.threads.messages.create(thread_id=self.thread.id, role="user", content=text)
        run = client.beta.threads.runs.create_and_poll(
            thread_id=self.thread.id, assistant_id=self.assistant.id
        )
        if run.status != "completed":
            return run.status
        return client.beta.threads.messages.list(self.thread.id).data[0].content[0].text.value


bot = Bot()
print(bot.ask("How heavy is Mars?"))
print(bot.ask("And Venus?"))
client.beta.assistants.delete(bot.assistant.id)
