"""Vector stores of a thread that one run answers are those of its response's file search."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

ASK = """from openai import OpenAI

client = OpenAI()


def ask(assistant_id, text, store):
    thread = client.beta.threads.create(
        tool_resources={"file_search": {"vector_store_ids": [store]}}
    )
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant_id
    )
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value
"""
MADE = """

def main():
    assistant = client.beta.assistants.create(
        model="gpt-4o", tools=[{"type": "code_interpreter"}, {"type": "file_search"}]
    )
    print(ask(assistant.id, "What?", "vs_1"))
"""
AGAIN = """    client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant_id
    )
"""


def test_the_response_searches_the_stores_of_the_thread() -> None:
    after = fix_all(ASK)
    assert "conversation = client.conversations.create()" in after
    assert (
        '            "tools": tools_with_stores(\n'
        '                definition_of(assistant_id).get("tools"), [store]\n'
        "            ),\n"
    ) in after
    assert "beta" not in after
    assert any("taken to have" in note for note in notes(ASK))


def test_a_definition_in_view_without_a_store_leaves_the_search_to_the_response() -> None:
    after = fix_all(ASK + MADE)
    assert 'tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],' in after
    assert after.count('{"type": "code_interpreter", "container": {"type": "auto"}}') == 2
    assert "tools_with_stores(" in after
    assert "beta" not in after


def test_the_function_adds_stores_to_what_is_searched() -> None:
    source = fix_all(ASK)
    code = source[source.index("def tools_with_stores") : source.index("\n\n\ndef definition_of")]
    names: dict[str, Any] = {"Any": Any}
    exec(code, names)
    joined = names["tools_with_stores"]
    search = {"type": "file_search", "max_num_results": 3}
    other = {"type": "function", "name": "f"}
    assert joined(None, ["a"]) == [{"type": "file_search", "vector_store_ids": ["a"]}]
    assert joined([{**search, "vector_store_ids": ["b"]}, other], ["a"]) == [
        other,
        {**search, "vector_store_ids": ["b", "a"]},
    ]
    assert joined([{"type": "file_search"}, other], []) == [other]
    assert joined([{"type": "file_search"}, other], None) == [other]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    return messages", "    keep(thread.id)\n    return messages"),
        (
            '{"file_search": {"vector_store_ids": [store]}}',
            '{"code_interpreter": {"file_ids": [store]}}',
        ),
        (
            "    client.beta.threads.messages",
            "    store = 'vs_2'\n    client.beta.threads.messages",
        ),
        ("    messages = ", AGAIN + "    messages = "),
    ],
    ids=["kept", "files", "another store", "two runs"],
)
def test_a_thread_that_may_live_on_keeps_its_resources(old: str, new: str) -> None:
    after = fix_all(ASK.replace(old, new))
    assert "metadata={" in after
    assert "tools_of_conversation(" in after
    assert "beta" not in after


def test_tools_of_the_run_itself() -> None:
    assert blockers(
        ASK.replace("assistant_id=assistant_id\n", "assistant_id=assistant_id, tools=[]\n")
    )
