"""``enable_auto_function_calls(tools=…)``: the parameter's own name (azure-ai-agents 1.1.0)."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential

from weather import functions

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
tool = FunctionTool(functions)
toolset = ToolSet()
toolset.add(tool)
client.enable_auto_function_calls({given})
agent = client.create_agent(model="gpt-4.1", name="a", {offered})
thread = client.threads.create()
client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
"""


@pytest.mark.parametrize("given", ["tools=tool", "tools=toolset", "toolset"])
@pytest.mark.parametrize("offered", ["tools=tool.definitions", "toolset=toolset"])
def test_functions_that_are_given_by_keyword(given: str, offered: str) -> None:
    before = _PROGRAM.format(given=given, offered=offered)
    made = fix_all(before)
    assert "tool = {function.__name__: function for function in functions}\n" in made
    assert "tools=[*map(function_tool, tool.values())]" in made
    assert "result = str(tool[call.name](**json.loads(call.arguments)))" in made
    assert "enable_auto_function_calls" not in made


def test_a_tool_that_is_given_for_its_definitions() -> None:
    before = _PROGRAM.format(given="tools=tool", offered="tools=tool")
    assert blockers(before)
