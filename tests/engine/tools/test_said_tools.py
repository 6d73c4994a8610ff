"""What a program shows of its tools."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

_SOURCE = """import os

from azure.ai.agents.models import CodeInterpreterTool, FileSearchTool, FunctionTool, ToolSet
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def add(a: int) -> int:
    \"\"\"Add one.\"\"\"
    return a + 1


project = AIProjectClient(endpoint=os.environ["PLACE"], credential=DefaultAzureCredential())
{tools}
agent = project.agents.create_agent(model="m", name="n", instructions="i", {given})
"""

_SET = """search = FileSearchTool(vector_store_ids=["s"])
code = CodeInterpreterTool(file_ids=["f"])
tools = ToolSet()
tools.add(search)
tools.add(code)
print(f"{len(tools.definitions)} tools: {tools.resources}")"""


@pytest.mark.parametrize(
    ("tools", "given", "shown"),
    [
        (
            'search = FileSearchTool(vector_store_ids=["s"])\nprint(search.definitions)',
            "tools=search.definitions, tool_resources=search.resources",
            "print([search])",
        ),
        (
            _SET,
            "toolset=tools",
            'print(f"{len([search, code])} tools: {[search, code]}")',
        ),
    ],
)
def test_the_tools_themselves_are_shown(tools: str, given: str, shown: str) -> None:
    source = _SOURCE.format(tools=tools, given=given)
    after = fix_all(source)
    assert f"\n{shown}\n" in after
    assert ".definitions" not in after and ".resources" not in after
    assert any("what is shown of a tool" in note for note in notes(source))


def test_definitions_of_functions_are_written_into_the_agent() -> None:
    source = _SOURCE.format(
        tools="tool = FunctionTool({add})\nprint(tool.definitions)", given="tools=tool.definitions"
    )
    assert fix_all(source).count("tool.definitions") == 2
    assert any("something else" in words for _, words in blockers(source))


def test_a_tool_on_self() -> None:
    source = """import os

from azure.ai.agents.models import FileSearchTool
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Desk:
    def __init__(self):
        self.project = AIProjectClient(os.environ["PLACE"], DefaultAzureCredential())
        self.search = FileSearchTool(vector_store_ids=["s"])

    def make(self):
        print(f"with {self.search.resources}")
        return self.project.agents.create_agent(
            model="m",
            name="n",
            instructions="i",
            tools=self.search.definitions,
            tool_resources=self.search.resources,
        ).id
"""
    assert 'print(f"with {[self.search]}")' in fix_all(source)
