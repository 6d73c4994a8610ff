"""Lists of tools that a name holds, and that an agent gets more beside."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()
TOOLS = [
    {
        "type": "function",
        "function": {"name": "f", "description": "d", "parameters": {"type": "object"}},
    },
]
file = client.files.create(file=open("a.txt", "rb"), purpose="assistants")
"""
MADE = """agent = client.beta.assistants.create(
    model="gpt-4o",
    tools=@,
    tool_resources={"code_interpreter": {"file_ids": [file.id]}},
)
"""
AZURE = """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FileSearchTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
TOOLS = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]
search = FileSearchTool(vector_store_ids=["vs_1"])
agent = client.create_agent(
    model="gpt-4o",
    name="a",
    tools=@,
    tool_resources=search.resources,
)
"""


@pytest.mark.parametrize(
    "given", ['TOOLS + [{"type": "code_interpreter"}]', '[*TOOLS, {"type": "code_interpreter"}]']
)
def test_the_list_stays_and_gets_more(given: str) -> None:
    after = fix_all(HEAD + MADE.replace("@", given))

    assert "TOOLS: list[ToolParam] = [\n" in after
    assert "        *TOOLS,\n" in after
    assert '"container": {"type": "auto", "file_ids": [file.id]}' in after


def test_the_more_may_come_first() -> None:
    given = '[{"type": "code_interpreter"}, *TOOLS]'

    after = fix_all(HEAD + MADE.replace("@", given))

    assert after.index('"container"') < after.index("        *TOOLS,\n")


@pytest.mark.parametrize("given", ["TOOLS + search.definitions", "[*TOOLS, *search.definitions]"])
def test_objects_stand_beside_the_list(given: str) -> None:
    assert "tools=[*TOOLS, search]" in fix_all(AZURE.replace("@", given))


def test_a_list_that_is_read_elsewhere_stays_as_it_is() -> None:
    source = AZURE.replace("@", "TOOLS + search.definitions") + "print(len(TOOLS))\n"

    assert fix_all(source) == source
    assert any(
        m == "the list of tools is used for something else, too" for _, m in blockers(source)
    )
