"""Tools for OpenAI that are not in view, which a function of the program gives their new shape."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import becomes, notes
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI
from mine import TOOLS

client = OpenAI()


def make(name, tools, ids):
    return client.beta.assistants.create(
        name=name,
        model="gpt-4o",
        tools=tools,
        tool_resources={"file_search": {"vector_store_ids": ids}},
    )


def other():
    return client.beta.assistants.create(
        model="gpt-4o", tools=[{"type": "code_interpreter"}, *TOOLS]
    )


one, two = make("one", TOOLS, ["vs_1"]), other()
"""
AFTER = '''from functools import partial
from typing import Any

from openai import OpenAI
from mine import TOOLS


def response_tools(tools, files=(), stores=()) -> list[Any]:
    """An assistant's tools in the shape that responses take."""
    shaped: list[Any] = []
    for tool in tools or ():
        kind = tool["type"]
        if "function" in tool:
            empty = {"type": "object", "properties": {}}
            tool = {
                "type": kind,
                "parameters": empty,
                "strict": False,
                **tool["function"],
            }
        elif kind == "code_interpreter" and "container" not in tool:
            tool = {
                "type": kind,
                "container": {"type": "auto", "file_ids": list(files)},
            }
        elif kind in ("file_search", "retrieval") and "vector_store_ids" not in tool:
            options = tool.get("file_search") or {}
            tool = {"type": "file_search", "vector_store_ids": list(stores), **options}
        shaped.append(tool)
    return shaped


client = OpenAI()


def make(name, tools, ids):
    return partial(
        client.responses.create, model="gpt-4o", tools=response_tools(tools, stores=ids)
    )


def other():
    return partial(
        client.responses.create,
        model="gpt-4o",
        tools=response_tools([{"type": "code_interpreter"}, *TOOLS]),
    )


one, two = make("one", TOOLS, ["vs_1"]), other()
'''


def test_one_function_for_all_tools_of_a_file() -> None:
    becomes(BEFORE, AFTER)
    assert any("`response_tools` gives tools" in note for note in notes(BEFORE))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}},
            {"type": "function", "name": "f", "parameters": {"type": "object"}, "strict": False},
        ),
        (
            {"type": "function", "function": {"name": "f", "strict": True}},
            {
                "type": "function",
                "name": "f",
                "parameters": {"type": "object", "properties": {}},
                "strict": True,
            },
        ),
        (
            {"type": "code_interpreter"},
            {"type": "code_interpreter", "container": {"type": "auto", "file_ids": ["file_1"]}},
        ),
        ({"type": "retrieval"}, {"type": "file_search", "vector_store_ids": ["vs_1"]}),
        (
            {"type": "file_search", "file_search": {"max_num_results": 3}},
            {"type": "file_search", "vector_store_ids": ["vs_1"], "max_num_results": 3},
        ),
        ({"type": "web_search"}, {"type": "web_search"}),
    ],
)
def test_what_the_function_makes_of_a_tool(old: dict[str, Any], new: dict[str, Any]) -> None:
    text = fix_all(BEFORE)
    names: dict[str, Any] = {"Any": Any}
    exec(text[text.index("def response_tools") : text.index("client = ")], names)
    shape = names["response_tools"]
    assert shape([old], files=("file_1",), stores=("vs_1",)) == [new]
    assert shape([new]) == [new]
    assert shape(None) == []


def test_a_file_search_in_view_without_a_store_is_left_out() -> None:
    source = BEFORE.replace('{"type": "code_interpreter"}', '{"type": "file_search"}')
    after = fix_all(source)
    assert '    tools=response_tools([{"type": "file_search"}, *TOOLS], stores=None),\n' in after
    assert "tools=response_tools(tools, stores=ids)" in after


APPENDED = """from openai import OpenAI

client = OpenAI()


def ask(question, code=False, search=False):
    tools = []
    if code:
        tools.append({"type": "code_interpreter"})
    if search:
        tools.append({"type": "file_search"})
    assistant = client.beta.assistants.create(model="gpt-4o", tools=tools)
    thread = client.beta.threads.create(messages=[{"role": "user", "content": question}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    return client.beta.threads.messages.list(thread.id).data[0].content[0].text.value
"""


def test_a_file_search_that_is_added_under_a_condition_is_left_out_when_it_has_no_store() -> None:
    after = fix_all(APPENDED)
    becomes(APPENDED, after)
    assert "tools=response_tools(tools, stores=None)" in after
    names: dict[str, Any] = {"Any": Any}
    exec(after[after.index("def response_tools") : after.index("client = ")], names)
    search = {"type": "file_search", "file_search": {"max_num_results": 3}}
    assert names["response_tools"]([search], stores=None) == []
    assert names["response_tools"]([search], stores=["vs"])[0]["vector_store_ids"] == ["vs"]
    added = APPENDED.replace('"gpt-4o", tools=tools', '"gpt-4o", tools=tools + MORE')
    assert "tools=response_tools(tools + MORE, stores=None)" in fix_all(added)


def test_a_run_has_the_search_that_is_added_to_its_tools() -> None:
    create = 'assistant = client.beta.assistants.create(model="gpt-4o", tools=tools)'
    source = APPENDED.replace(f"    {create}\n", "").replace(
        "assistant_id=assistant.id)", 'assistant_id="asst_1", tools=tools)'
    )
    after = fix_all(source)
    assert 'tools.append({"type": "file_search"})' in after
    assert "tools_of_run(" in after
