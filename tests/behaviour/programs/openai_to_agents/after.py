from __future__ import annotations

import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    PromptAgentDefinition,
    PromptAgentDefinitionTextOptions,
    TextResponseFormatJsonSchema,
)
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
client = project_client.get_openai_client()


class Bot:
    def __init__(self) -> None:
        self.agent = project_client.agents.create_version(
            agent_name="Planet-Expert",
            definition=PromptAgentDefinition(
                model="gpt-4o-mini",
                instructions="You know planets.",
                text=PromptAgentDefinitionTextOptions(
                    format=TextResponseFormatJsonSchema(
                        name="planet",
                        schema={"type": "object", "properties": {"mass": {"type": "string"}}},
                    )
                ),
            ),
        )
        self.conversation = client.conversations.create()

    def ask(self, text: str) -> str:
        response = client.responses.create(
            conversation=self.conversation.id,
            input=text,
            extra_body={"agent_reference": {"name": self.agent.name, "type": "agent_reference"}},
        )
        if response.status != "completed":
            return str(response.status)
        return response.output_text


bot = Bot()
print(bot.ask("How heavy is Mars?"))
print(bot.ask("And Venus?"))
project_client.agents.delete(agent_name=bot.agent.name)
