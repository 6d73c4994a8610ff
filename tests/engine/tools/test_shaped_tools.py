"""Tools for OpenAI that are not in view, which a function of the program gives their new shape."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
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


def test_a_file_search_in_view_without_its_store_is_still_a_question() -> None:
    source = BEFORE.replace('{"type": "code_interpreter"}', '{"type": "file_search"}')
    assert any("needs the ids of vector stores" in message for _, message in blockers(source))
