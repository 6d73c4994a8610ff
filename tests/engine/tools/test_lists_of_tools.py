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


UNPACKED = """from azure.ai.agents.models import CodeInterpreterTool

TOOLS = [
    *search.definitions,  # the store
    *CodeInterpreterTool().definitions,
    *(search.definitions + CodeInterpreterTool().definitions),
]
"""


def test_what_is_unpacked_into_a_list_that_a_name_holds_gets_its_new_shape() -> None:
    source = AZURE.replace(LITERAL, "").replace("@", "TOOLS")
    after = fix_all(source.replace("agent = ", UNPACKED + "agent = "))

    assert ".definitions" not in after
    code = "CodeInterpreterTool(container=AutoCodeInterpreterToolParam())"
    assert f"    search,  # the store\n    {code},\n    *[search, {code}],\n]\n" in after
    assert "tools=TOOLS" in after


@pytest.mark.parametrize("test", ["TOOLS", "not TOOLS"])
def test_whether_a_list_has_tools_may_be_asked(test: str) -> None:
    source = AZURE.replace("@", "TOOLS + search.definitions") + f"if {test}:\n    print(agent.id)\n"

    assert "tools=[*TOOLS, search]" in fix_all(source)


@pytest.mark.parametrize("given", ['"tools": TOOLS}', '}\nif TOOLS:\n    params["tools"] = TOOLS'])
def test_a_list_in_a_dictionary_of_arguments(given: str) -> None:
    head = AZURE.partition("search = ")[0].replace("import FileSearchTool", "import Agent")
    params = f'params = {{"model": "gpt-4o", "name": "a", {given}\n'
    after = fix_all(f"{head}{params}agent = client.create_agent(**params)\n")

    assert "TOOLS: list[Tool] = [FunctionTool(" in after
    assert "tools=TOOLS" in after or 'params["tools"] = TOOLS' in after
    blocked = fix_all(f"{head}{params}print(TOOLS)\nagent = client.create_agent(**params)\n")
    assert "client.create_agent(**params)" in blocked


def test_a_list_that_is_read_elsewhere_stays_as_it_is() -> None:
    source = AZURE.replace("@", "TOOLS + search.definitions") + "print(TOOLS)\n"

    assert fix_all(source) == source
    assert any(
        m == "the list of tools is used for something else, too" for _, m in blockers(source)
    )


APPENDED = """TOOLS = []
TOOLS.append({"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}})
if os.environ.get("MORE"):
    TOOLS.append({"type": "code_interpreter"})
"""
LITERAL = (
    'TOOLS = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]\n'
)


@pytest.mark.parametrize("given", ["TOOLS", "TOOLS + search.definitions"])
def test_tools_are_appended(given: str) -> None:
    source = AZURE.replace(LITERAL, APPENDED).replace("@", given)
    if given == "TOOLS":
        source = source.replace("    tool_resources=search.resources,\n", "")
        source = source.replace('search = FileSearchTool(vector_store_ids=["vs_1"])\n', "")

    after = fix_all(source)

    assert "TOOLS: list[Tool] = []\nTOOLS.append(" in after
    assert 'FunctionTool(name="f"' in after
    assert "    TOOLS.append(CodeInterpreterTool(" in after
    assert "azure.ai.agents" not in after


def test_what_is_appended_may_not_be_known() -> None:
    source = AZURE.replace(LITERAL, "TOOLS = []\nTOOLS.append(given())\n").replace("@", "TOOLS")

    assert fix_all(source) == source


def test_files_that_are_known_later_do_not_reach_what_is_appended() -> None:
    appended = 'TOOLS = []\nTOOLS.append({"type": "code_interpreter"})\n'
    start = HEAD.index("TOOLS = ")
    source = HEAD[:start] + appended + HEAD[HEAD.index("file = ") :] + MADE.replace("@", "TOOLS")

    assert "response_tools(TOOLS, files=[file.id])" in fix_all(source)


CODE = 'TOOLS.append({"type": "code_interpreter"})\n'
DEFINED = 'agent = client.beta.assistants.create(model="gpt-4o", tools=TOOLS)\n'


@pytest.mark.parametrize(
    ("program", "given"),
    [
        (CODE + DEFINED, "TOOLS"),
        (DEFINED + CODE, "[*TOOLS]"),
        ("for _ in range(2):\n    " + CODE + "    " + DEFINED, "[*TOOLS]"),
        ("def more():\n    " + CODE + "\n\nmore()\n" + DEFINED, "[*TOOLS]"),
    ],
)
def test_a_definition_has_the_tools_of_its_time(program: str, given: str) -> None:
    assert f"tools={given}" in fix_all(HEAD + program)
