"""Tools of an agent, and their resources, that several statements put together."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, FileSearchTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
"""
NEW_HEAD = """import os
from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    FileSearchTool,
    PromptAgentDefinition,
    Tool,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
"""
SEARCH = 'search = FileSearchTool(vector_store_ids=["vs_1"])\n'
UPDATED = """tools = []
tool_resources = {}
search = FileSearchTool(vector_store_ids=["vs_1"])
tools.extend(search.definitions)
tool_resources.update(search.resources)
code = CodeInterpreterTool()
tools += code.definitions
print(f"{len(tools)} tools")
agent = client.create_agent(
    model="m", name="a", tools=tools if tools else None, tool_resources=tool_resources or None
)
"""
NEW_UPDATED = """tools: list[Tool] = []
search = FileSearchTool(vector_store_ids=["vs_1"])
tools.append(search)
code = CodeInterpreterTool(container=AutoCodeInterpreterToolParam())
tools += [code]
print(f"{len(tools)} tools")
agent = client.agents.create_version(
    agent_name="a", definition=PromptAgentDefinition(model="m", tools=tools if tools else None)
)
"""
MAYBE = """
def make(store: str | None):
    tools = []
    resources = None
    search = FileSearchTool(vector_store_ids=[store]) if store else None
    if search:
        if hasattr(search, "definitions"):
            tools.extend(search.definitions)
        if hasattr(search, "resources"):
            resources = search.resources
    return client.create_agent(model="m", name="a", tools=tools, tool_resources=resources)
"""
CREATED = "agent = client.create_agent(model='m', name='a', tools=tools, tool_resources=given)\n"


def test_each_statement_puts_in_the_new_tool() -> None:
    becomes(HEAD + UPDATED, NEW_HEAD + NEW_UPDATED)


def test_a_person_is_told_of_the_resources() -> None:
    assert any("each tool has its own resources now" in note for note in notes(HEAD + UPDATED))


def test_a_tool_that_may_be_missing() -> None:
    after = fix_all(HEAD + MAYBE)

    assert "        if search is not None:\n            tools.append(search)\n" in after
    assert "resources" not in after
    assert after.count("is not None") == 1
    assert 'definition=PromptAgentDefinition(model="m", tools=tools)' in after


def test_a_condition_in_the_arguments() -> None:
    made = """
def make(store: str | None):
    search = FileSearchTool(vector_store_ids=[store]) if store else None
    return client.create_agent(
        model="m",
        name="a",
        tools=search.definitions if search else None,
        tool_resources=search.resources if search else None,
    )
"""

    assert "tools=[search] if search else None" in fix_all(HEAD + made)


def test_what_is_appended_gets_its_new_shape_too() -> None:
    function = '{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}'
    made = f"tools = search.definitions\ntools.append({function})\ngiven = search.resources\n"

    after = fix_all(HEAD + SEARCH + made + CREATED)

    assert "tools: list[Tool] = [search]\n" in after
    assert 'tools.append(FunctionTool(name="f", parameters={"type": "object"}' in after


@pytest.mark.parametrize(
    "use",
    [
        "send(given)\n",
        "send(tools)\n",
        "tools.extend(more())\n",
        "given.update(more())\n",
        "for tool in tools:\n    send(tool)\n",
        "send(search.definitions)\n",
        "kept = search.resources\n",
        "if hasattr(search, 'x'):\n    go()\n",
        "given['file_search'] = {}\n",
    ],
)
def test_any_other_use_blocks(use: str) -> None:
    held = "tools = search.definitions\ngiven = search.resources\n"
    source = HEAD + SEARCH + held + use + CREATED

    assert blockers(source)
    assert "client.create_agent(" in fix_all(source)


def test_a_part_of_a_tool_that_goes_elsewhere_blocks() -> None:
    made = "send(search.definitions)\nagent = client.create_agent(\n"
    made += (
        '    model="m", name="a", tools=search.definitions, tool_resources=search.resources\n)\n'
    )

    assert "client.create_agent(" in fix_all(HEAD + SEARCH + made)


CODE = 'agent = client.create_agent(\n    model="m", name="a", tools=[{"type": "code_interpreter"}]'
CODE += ", tool_resources=given\n)\n"


def test_resources_that_are_set_by_their_keys() -> None:
    given = 'given = {}\ngiven["code_interpreter"] = {"file_ids": ["file_1"]}\n'

    assert 'AutoCodeInterpreterToolParam(file_ids=["file_1"])' in fix_all(HEAD + given + CODE)


@pytest.mark.parametrize(
    "put",
    [
        'given.update({"code_interpreter": {"file_ids": ["file_1"]}})\n',
        'if more:\n    given["code_interpreter"] = {"file_ids": ["file_1"]}\n',
        'given[kind] = {"file_ids": ["file_1"]}\n',
        "fill(given)\n",
    ],
)
def test_resources_that_are_put_in_otherwise_block(put: str) -> None:
    source = HEAD + "given = {}\n" + put + CODE

    assert "tool resources that are not given in place" in {m for _, m in blockers(source)}
