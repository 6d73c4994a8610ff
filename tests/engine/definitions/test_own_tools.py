"""Tools that a run has in place of its assistant's: they reach what the assistant's do."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

ASK = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id,
        assistant_id=assistant_id,
        tools=[{"type": "code_interpreter"}, {"type": "retrieval"}],
    )
    return run.status
"""
ASKED = """\
def ask(thread_id, assistant_id):
    response = client.responses.create(
        **{
            **definition_of(assistant_id),
            "tools": tools_of_run(
                [
                    {"type": "code_interpreter", "container": {"type": "auto"}},
                    {"type": "file_search"},
                ],
                definition_of(assistant_id).get("tools"),
            ),
        },
        conversation=thread_id,
    )
    return response.status
"""
MADE = """assistant = client.beta.assistants.create(
    model="gpt-4o", instructions="Read.", tools=[{"type": "code_interpreter"}]
)


def ask(thread_id):"""
FUNCTION = '{"type": "function", "function": {"name": "f", "parameters": {}}}'


def test_of_an_assistant_known_by_its_id() -> None:
    after = fix_all(ASK)
    becomes(ASK, after)
    assert after.endswith(ASKED)
    assert any("is left out" in note for note in notes(ASK))


def test_the_function_adds_what_the_assistant_reaches() -> None:
    source = fix_all(ASK)
    code = source[source.index("def tools_of_run") : source.index("\n\n\ndef definition_of")]
    names: dict[str, Any] = {"Any": Any}
    exec(code, names)
    made = names["tools_of_run"]
    search = {"type": "file_search"}
    stored = {**search, "vector_store_ids": ["a"]}
    code_tool = {"type": "code_interpreter", "container": {"type": "auto"}}
    function = {"type": "function", "name": "f"}
    assert made([search, function], [stored, {"type": "function", "name": "g"}, search]) == [
        stored,
        function,
    ]
    assert made([code_tool, search], None) == [code_tool]
    assert made([code_tool, search], [], bare=True) == [code_tool, search]
    assert made([{**search, "max_num_results": 7}], [{**stored, "max_num_results": 3}]) == [
        {**stored, "max_num_results": 7}
    ]
    kept = {**code_tool, "container": "cntr_1"}
    assert made([code_tool], [kept]) == [kept]


@pytest.mark.parametrize("tools", ["[]", f"[{FUNCTION}]"])
def test_tools_that_reach_nothing(tools: str) -> None:
    source = ASK.replace('[{"type": "code_interpreter"}, {"type": "retrieval"}]', tools)
    after = fix_all(source)
    becomes(source, after)
    assert "tools_of_run" not in after


def test_an_assistant_that_was_given_nothing() -> None:
    source = ASK.replace("def ask(thread_id, assistant_id):", MADE)
    source = source.replace("assistant_id=assistant_id", "assistant_id=assistant.id")
    source = source.replace(', {"type": "retrieval"}', "")
    after = fix_all(source)
    becomes(source, after)
    assert "tools_of_run" not in after


def test_options_of_its_search_are_not_lost() -> None:
    given = '{"type": "file_search", "file_search": {"max_num_results": 2}}'
    assert blockers(ASK.replace('{"type": "retrieval"}', given))
