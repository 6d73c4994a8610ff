"""File search without a vector store, and lists of tools that are made before their stores."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all, look

HEAD = """\
from functools import partial

from openai import OpenAI

client = OpenAI()
"""
UNKNOWN = (
    "file search needs the ids of vector stores in the tool itself; which ones is not known here"
)


def before(middle: str, arguments: str) -> str:
    return (
        HEAD.replace("from functools import partial\n\n", "")
        + middle
        + f'assistant = client.beta.assistants.create(model="gpt-4o", {arguments})\n'
        + "thread = client.beta.threads.create()\n"
    )


LEFT_OUT = (
    HEAD
    + """\
assistant = partial(client.responses.create, model="gpt-4o", tools=[])
conversation = client.conversations.create()
"""
)


@pytest.mark.parametrize("kind", ["retrieval", "file_search"])
def test_a_search_in_nothing_is_left_out(kind: str) -> None:
    program = before("", f'tools=[{{"type": "{kind}"}}]')

    becomes(program, LEFT_OUT)
    notes = [note for f in look(program).findings if f.fix for note in f.fix.notes]
    assert any("the tool is left out" in note for note in notes)


@pytest.mark.parametrize(
    "use",
    [
        'client.beta.threads.messages.create("t", role="user", content="?", file_ids=["f"])\n',
        'client.beta.threads.create(tool_resources={"file_search": {"vector_stores": [{}]}})\n',
    ],
)
def test_files_that_come_with_what_cannot_be_migrated(use: str) -> None:
    found = blockers(before("", 'tools=[{"type": "retrieval"}]') + use)

    assert {line for line, _ in found} == {6}


def test_files_that_may_come_in_another_way() -> None:
    use = 'client.beta.threads.messages.create("t", role="user", content="?", **more)\n'
    program = before("", 'tools=[{"type": "retrieval"}]') + use

    assert UNKNOWN in [message for _, message in blockers(program)]


def test_a_list_of_tools_that_one_agent_has_is_written_where_its_stores_are_known() -> None:
    store = 'store = client.beta.vector_stores.create(name="Facts")\n'
    given = 'tool_resources={"file_search": {"vector_store_ids": [store.id]}}'
    program = before('TOOLS = [{"type": "file_search"}]\n' + store, f"tools=TOOLS, {given}")

    becomes(
        program,
        HEAD
        + """\
store = client.vector_stores.create(name="Facts")
assistant = partial(
    client.responses.create,
    model="gpt-4o",
    tools=[{"type": "file_search", "vector_store_ids": [store.id]}],
)
conversation = client.conversations.create()
""",
    )
    shown = fix_all(program + "print(TOOLS)\n")
    assert "tools=response_tools(TOOLS, stores=[store.id])" in shown


def test_two_agents_with_a_list_that_one_of_them_has_stores_for() -> None:
    store = 'store = client.beta.vector_stores.create(name="Facts")\n'
    given = 'tool_resources={"file_search": {"vector_store_ids": [store.id]}}'
    more = 'other = client.beta.assistants.create(model="gpt-4o", tools=TOOLS)\n'
    program = before('TOOLS = [{"type": "file_search"}]\n' + store, f"tools=TOOLS, {given}") + more

    after = fix_all(program)
    assert "tools=response_tools(TOOLS, stores=[store.id])" in after
    assert "tools=response_tools(TOOLS, stores=None)" in after


def test_callers_need_not_know_the_stores() -> None:
    program = """from openai import OpenAI

client = OpenAI()


def make(tools, store):
    resources = {"file_search": {"vector_store_ids": [store]}}
    return client.beta.assistants.create(model="gpt-4o", tools=tools, tool_resources=resources)


make([{"type": "file_search"}], "vs_1")
"""
    assert "tools=response_tools(tools, stores=[store])" in fix_all(program)
