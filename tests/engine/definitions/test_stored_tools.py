"""Tools of stored assistants that are read, and when assistants were made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.engine.checks import becomes, blockers
from tests.engine.definitions.test_stored_shapes import HEAD, OLD, TOOLS, plain, run
from tests.rules.fixing import fix_all

READ = """def named(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    print(f"made at {assistant.created_at}")
    print(f"{[tool.type for tool in assistant.tools]} {assistant.tools[:1]}")
    for number, tool in enumerate(assistant.tools):
        print(number, tool.type)
    if not assistant.tools:
        return len(assistant.tools)
    return [tool.function.name for tool in assistant.tools if tool.type == "function"]


def described(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    return {"id": assistant.id, "made": assistant.created_at, "tools": assistant.tools}
"""


def test_tools_are_read_as_before(tmp_path: Path) -> None:
    becomes(HEAD + READ, fix_all(HEAD + READ))
    found = run(READ, tmp_path, {"model": "m", "tools": TOOLS})
    assert found["named"]("asst_1") == ["add"]
    shown = found["described"]("asst_1")
    assert [plain(tool) for tool in shown["tools"]] == OLD
    assert shown["made"] == 0


def test_fields_of_tools_that_are_not_given(tmp_path: Path) -> None:
    code = """def described(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    for tool in assistant.tools:
        if tool.type == "function":
            print(tool.function.description, tool.function.parameters)
        elif tool.file_search and tool.file_search.ranking_options:
            print(tool.file_search.ranking_options.score_threshold)
            print(tool.file_search.ranking_options.ranker, tool.file_search.max_num_results)
    return {"id": assistant.id, "tools": assistant.tools}
"""
    search = {"type": "file_search", "ranking_options": {"score_threshold": 0.5}}
    tools = [search, {"type": "file_search"}, {"type": "function", "name": "add"}]
    found = run(code, tmp_path, {"model": "m", "tools": tools})["described"]("asst_1")["tools"]
    first, second, third = found
    assert first.file_search.ranking_options.score_threshold == 0.5
    assert first.file_search.ranking_options.ranker is None
    assert second.file_search.ranking_options is None
    assert third.function.description is third.function.parameters is None


def test_no_tools(tmp_path: Path) -> None:
    assert run(READ, tmp_path, {"model": "m"})["named"]("asst_1") == 0


@pytest.mark.parametrize(
    "use",
    [
        "assistant.tools.append({})",
        "assistant.tools[0].function.name.clear()",
        "assistant.tools[0].function.name += 'x'",
        "tools = assistant.tools\ntools.append({})\nprint(len(assistant.tools))",
        "tools = assistant.tools\ntools += [{}]\nfound = [*assistant.tools]",
        "del assistant.tools[0]",
    ],
)
def test_tools_that_change_where_they_are_read(use: str) -> None:
    code = f"{HEAD}assistant = client.beta.assistants.retrieve(input())\n{use}\n"
    code += 'made = client.beta.assistants.create(model="m").id\nprint(made.lower())\n'
    assert any("give the list a name" in message for _, message in blockers(code))


@pytest.mark.parametrize(
    "change",
    [
        "extend(a.tools)",
        "for tool in a.tools:\n        tool.function.name = 'y'",
        "for _, tool in enumerate(a.tools):\n        change(tool)",
        "tools = a.tools\n    more = tools\n    more.append({})",
        "first = a.tools[0]\n    first.function.name = 'y'",
        "kept.append(a.tools)",
        "[change(tool) for tool in a.tools]",
    ],
)
def test_changes_that_another_read_would_not_see(change: str) -> None:
    code = f"""{HEAD}

def grow(i):
    a = client.beta.assistants.retrieve(i)
    {change}
    client.beta.assistants.update(i, tools=a.tools)
    return a.id
"""
    assert blockers(code)
    assert fix_all(code) == code


def test_a_change_that_only_the_update_sees() -> None:
    code = f"""{HEAD}

def grow(i):
    a = client.beta.assistants.retrieve(i)
    tools = a.tools
    extend(tools)
    client.beta.assistants.update(i, tools=tools)
    return a.id
"""
    becomes(code, fix_all(code))


COPIED = """def copied(assistant_id):
    one = client.beta.assistants.retrieve(assistant_id)
    tools = one.tools
    tools.append({"type": "function", "function": {"name": "f"}})
    return client.beta.assistants.create(
        model=one.model,
        tools=tools,
        tool_resources=one.tool_resources,
        response_format=one.response_format,
    ).id


def bare(assistant_id):
    one = client.beta.assistants.retrieve(assistant_id)
    return client.beta.assistants.create(model=one.model, tools=one.tools).id


def fields(assistant_id):
    one = client.beta.assistants.retrieve(assistant_id)
    return [one.object, one.reasoning_effort, one.response_format, one.tool_resources]
"""


def test_what_one_assistant_has_goes_to_another(tmp_path: Path) -> None:
    after = fix_all(HEAD + COPIED)
    becomes(HEAD + COPIED, after)
    text = {"format": {"type": "json_schema", "name": "s", "schema": {}}}
    record = {"model": "m", "tools": TOOLS, "text": text, "reasoning": {"effort": "low"}}
    found = run(COPIED, tmp_path, record)
    copied, bare = found["copied"]("asst_1"), found["bare"]("asst_1")
    stored = json.loads((tmp_path / "assistants.json").read_text())
    added = {"type": "function", "parameters": {"type": "object", "properties": {}}}
    assert stored[copied]["tools"] == [*TOOLS, {**added, "strict": False, "name": "f"}]
    assert stored[copied]["text"] == text
    assert "vs_1" not in json.dumps(stored[bare])
    assert all(tool["type"] != "file_search" for tool in stored[bare]["tools"])
    kind, effort, form, resources = found["fields"]("asst_1")
    assert (kind, effort, form.type, form.json_schema.name) == (
        "assistant",
        "low",
        "json_schema",
        "s",
    )
    assert resources.file_search.vector_store_ids == ["vs_1"]


def test_all_fields_by_their_names(tmp_path: Path) -> None:
    code = """def fields(assistant_id):
    return client.beta.assistants.retrieve(assistant_id).__dict__


def show(assistant_id):
    print(fields(assistant_id).get("id"))
"""
    found = run(code, tmp_path, {"model": "m", "tools": TOOLS})["fields"]("asst_1")
    assert (found["id"], found["tools"]) == ("asst_1", OLD)
    read = HEAD + code.replace('get("id")', 'get("tools")')
    assert any("`__dict__`" in message for _, message in blockers(read))


def test_an_assistant_knows_when_it_was_made(tmp_path: Path) -> None:
    code = """def make():
    assistant = client.beta.assistants.create(model="m")
    return assistant.id


def made(assistant_id):
    return client.beta.assistants.retrieve(assistant_id).created_at
"""
    after = fix_all(HEAD + code)
    becomes(HEAD + code, after)
    found = run(code, tmp_path, {"model": "m"})
    assert (found["made"](found["make"]()) > 0, found["made"]("asst_1")) == (True, 0)


@pytest.mark.parametrize(
    "call",
    [
        'client.beta.assistants.create(model="m", tools=tools).id',
        "client.beta.assistants.update(one, tools=tools).id",
        "client.beta.assistants.create(**tools).id",
    ],
)
def test_what_takes_any_tools_takes_those_of_an_assistant(call: str) -> None:
    code = f"""{HEAD}

def copied(one, tools):
    return {call}


assistant = client.beta.assistants.retrieve(input())
print(copied(one=assistant.id, tools=assistant.tools))
"""
    after = fix_all(code)
    becomes(code, after)
    assert "        if not isinstance(tool, dict):\n" in after
