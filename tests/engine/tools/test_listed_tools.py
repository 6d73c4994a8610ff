"""Tool objects that stand in a list of tools themselves, where their definitions belong."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_IMPORTS = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, FileSearchTool
from azure.identity import DefaultAzureCredential
"""
_CLIENT = '(endpoint=os.environ["E"], credential=DefaultAzureCredential())\n'
_HEAD = f"{_IMPORTS}\nclient = AgentsClient{_CLIENT}"
_MADE = """agent = client.create_agent(
    model="gpt-4o", name="clerk", tools=[CodeInterpreterTool(), FileSearchTool(["vs_1"])]
)
print(agent.name)
"""
_NAMED = """search = FileSearchTool(vector_store_ids=["vs_1"])
agent = client.create_agent(
    model="gpt-4o", name="clerk", tools=[search], tool_resources=search.resources
)
"""


def test_tools_that_are_made_in_the_list() -> None:
    becomes(
        _HEAD + _MADE,
        f"""import os

from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    FileSearchTool,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient{_CLIENT}agent = client.agents.create_version(
    agent_name="clerk",
    definition=PromptAgentDefinition(
        model="gpt-4o",
        tools=[
            CodeInterpreterTool(container=AutoCodeInterpreterToolParam()),
            FileSearchTool(vector_store_ids=["vs_1"]),
        ],
    ),
)
print(agent.name)
""",
    )
    assert any(note.startswith("a tool object stood in the list") for note in notes(_HEAD + _MADE))


def test_a_tool_with_a_name() -> None:
    made = fix_all(_HEAD + _NAMED)
    assert 'search = FileSearchTool(vector_store_ids=["vs_1"])' in made
    assert "tools=[search]" in made
    assert "resources" not in made


def test_tools_whose_files_and_stores_are_given_beside() -> None:
    resources = '{"code_interpreter": {"file_ids": ["f"]}, "file_search": {"vector_store_ids": V}}'
    before = f"""V = ["vs_1"]
agent = client.create_agent(
    model="gpt-4o",
    name="clerk",
    tools=[CodeInterpreterTool(), FileSearchTool()],
    tool_resources={resources},
)
"""
    made = fix_all(_HEAD + before)
    assert 'AutoCodeInterpreterToolParam(file_ids=["f"])' in made
    assert "FileSearchTool(vector_store_ids=V)" in made


@pytest.mark.parametrize(
    "before",
    [
        _NAMED + "print(len(search.definitions))\n",
        _NAMED + "register(search)\n",
        _NAMED.replace("search.resources", '{"code_interpreter": {"file_ids": ["f"]}}'),
        _MADE.replace("FileSearchTool(", "make("),
    ],
)
def test_other_uses_hold_it_back(before: str) -> None:
    assert "a tool in a form that is not known here" in {m for _, m in blockers(_HEAD + before)}


def test_names_join_the_import_for_all_code() -> None:
    before = """

def search():
    from azure.ai.agents.models import FilePurpose, FileSearchTool

    file = client.files.upload_and_poll(file_path="a.txt", purpose=FilePurpose.AGENTS)
    return FileSearchTool, file


def make():
    return client.create_agent(
        model="gpt-4o", name="clerk", tools=CodeInterpreterTool().definitions
    )
"""
    project = _HEAD.replace("agents.models import", "projects.models import")
    made = fix_all(project + before.replace("agents.models import", "projects.models import"))
    assert made.index("AutoCodeInterpreterToolParam,") < made.index("client = ")
