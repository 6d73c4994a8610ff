"""Tool sets that a function makes and gives back."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

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


_BOTH = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, FunctionTool, ToolSet


def weather(city: str) -> str:
    return city


functions = FunctionTool({{weather}})
both = ToolSet()
both.add(functions)


def make(client: AgentsClient, some: bool):
    agent = client.create_agent(model="m", name="a", tools={0}, toolset={1})
    return agent.name
"""
_CODE = "CodeInterpreterTool().definitions"


@pytest.mark.parametrize("tools", ["functions.definitions", "[]"])
def test_a_set_takes_the_place_of_tools_that_are_given_beside_it(tools: str) -> None:
    after = fix_all(_BOTH.format(tools, "both"))

    assert "            tools=[\n                FunctionTool(" in after
    assert after.count('name="weather"') == 1
    assert ".definitions" not in after


def test_tools_stay_where_there_may_be_no_set() -> None:
    assert "tools=[CodeInterpreterTool(" in fix_all(_BOTH.format(_CODE, "None"))
    blocked = blockers(_BOTH.format(_CODE, "both if some else None"))
    assert "tools and a tool set are both given" in {text for _, text in blocked}
