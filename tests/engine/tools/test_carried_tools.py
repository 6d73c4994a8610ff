"""Tool objects that are made in one place and used in another."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes

PROGRAMS = {
    "on self": (
        """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AzureAISearchTool
from azure.identity import DefaultAzureCredential


class Search:
    def __init__(self):
        self.client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())
        self.search = AzureAISearchTool(index_connection_id="c", index_name="docs")
        self.agent = self.client.create_agent(
            model="gpt-4.1",
            name="search",
            tools=self.search.definitions,
            tool_resources=self.search.resources,
        )

    def show(self, thread_id):
        for message in self.client.messages.list(thread_id):
            print(message.role.upper())
""",
        """import os
from azure.ai.projects.models import (
    AISearchIndexResource,
    AzureAISearchTool,
    AzureAISearchToolResource,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Search:
    def __init__(self):
        self.client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
        self.openai_client = self.client.get_openai_client()
        self.search = AzureAISearchTool(
            azure_ai_search=AzureAISearchToolResource(
                indexes=[
                    AISearchIndexResource(project_connection_id="c", index_name="docs")
                ]
            )
        )
        self.agent = self.client.agents.create_version(
            agent_name="search",
            definition=PromptAgentDefinition(model="gpt-4.1", tools=[self.search]),
        )

    def show(self, thread_id):
        for message in (
            item
            for item in self.openai_client.conversations.items.list(
                conversation_id=thread_id
            )
            if item.type == "message"
        ):
            print(message.role.upper())
""",
    ),
    "returned": (
        """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import BingGroundingTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())


def grounding():
    tool = BingGroundingTool(connection_id=os.environ["CONNECTION"])
    return tool


def make_agent():
    bing = grounding()
    return client.create_agent(model="gpt-4.1", name="news", tools=bing.definitions)
""",
        """import os
from azure.ai.projects.models import (
    BingGroundingSearchConfiguration,
    BingGroundingSearchToolParameters,
    BingGroundingTool,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())


def grounding():
    tool = BingGroundingTool(
        bing_grounding=BingGroundingSearchToolParameters(
            search_configurations=[
                BingGroundingSearchConfiguration(
                    project_connection_id=os.environ["CONNECTION"]
                )
            ]
        )
    )
    return tool


def make_agent():
    bing = grounding()
    return client.agents.create_version(
        agent_name="news",
        definition=PromptAgentDefinition(model="gpt-4.1", tools=[bing]),
    )
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    becomes(*PROGRAMS[name])
