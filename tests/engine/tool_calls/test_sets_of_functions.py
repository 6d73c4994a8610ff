"""Tool sets that a function makes and gives back."""

from __future__ import annotations

from tests.engine.checks import becomes

BEFORE = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, ToolSet


def tools():
    code = CodeInterpreterTool()  # for charts
    toolset = ToolSet()
    toolset.add(code)
    return toolset


def make(client: AgentsClient):
    toolset = tools()
    return client.create_agent(model="m", name="a", instructions="i", toolset=toolset).name
"""
AFTER = """from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    PromptAgentDefinition,
    Tool,
)
from azure.ai.projects import AIProjectClient


def tools():
    code = CodeInterpreterTool(container=AutoCodeInterpreterToolParam())  # for charts
    toolset: list[Tool] = []
    toolset.append(code)
    return toolset


def make(client: AIProjectClient):
    toolset = tools()
    return client.agents.create_version(
        agent_name="a", definition=PromptAgentDefinition(model="m", instructions="i", tools=toolset)
    ).name
"""


def test_the_list_is_made_where_the_set_was() -> None:
    becomes(BEFORE, AFTER)
