"""Files of assistants of v1: they are in the vector store that the retrieval searches."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all, look

from unspool_rules.model import Target, TargetService

HEAD = """\
from openai import OpenAI

client = OpenAI()
"""
MADE = (
    HEAD
    + """\
assistant = client.beta.assistants.create(
    model="gpt-4", name="helper", tools=[{"type": "retrieval"}])
"""
)
ELSEWHERE = (
    "the assistant is not made in this function, so its vector store is not known here: name the "
    "store in `vector_stores.files` yourself"
)
FOUNDRY = Target(service=TargetService.FOUNDRY)


def test_every_call_is_one_of_the_store() -> None:
    before = MADE + dedent("""\
        one = client.beta.assistants.files.create(assistant_id=assistant.id, file_id="file-1")
        print(one.id)
        for file in client.beta.assistants.files.list(assistant.id, limit=5):
            print(file.id, file.created_at)
        again = client.beta.assistants.files.retrieve("file-1", assistant_id=assistant.id)
        gone = client.beta.assistants.files.delete("file-1", assistant_id=assistant.id)
        print(again.id, gone.deleted)
        """)
    after = fix_all(before)

    assert "vector_store = client.vector_stores.create()\nassistant = partial(" in after
    assert '{"type": "file_search", "vector_store_ids": [vector_store.id]}' in after
    assert 'files.create(\n    vector_store_id=vector_store.id, file_id="file-1"\n)' in after
    assert "files.list(vector_store_id=vector_store.id, limit=5)" in after
    assert 'files.retrieve("file-1", vector_store_id=vector_store.id)' in after
    assert 'files.delete("file-1", vector_store_id=vector_store.id)' in after
    assert not look(after).findings


def test_files_that_were_there_at_first_are_in_the_store_as_well() -> None:
    given = MADE.replace("]))", "])").replace("}])", '}], file_ids=["file-0"])')
    before = given + 'client.beta.assistants.files.create(assistant.id, file_id="file-1")\n'

    assert """vector_store = client.vector_stores.create()
client.vector_stores.file_batches.create_and_poll(
    vector_store_id=vector_store.id, file_ids=["file-0"]
)
""" in fix_all(before)


def test_in_foundry() -> None:
    before = MADE + 'client.beta.assistants.files.create(assistant.id, file_id="file-1")\n'
    after = fix_all(before, FOUNDRY)

    assert "FileSearchTool(vector_store_ids=[vector_store.id])" in after
    assert "vector_stores.files.create(" in after
    assert not look(after, FOUNDRY).findings


def test_in_a_coroutine() -> None:
    before = dedent("""\
        from openai import AsyncOpenAI

        client = AsyncOpenAI()


        async def main(file_id: str) -> None:
            assistant = await client.beta.assistants.create(
                model="gpt-4", tools=[{"type": "retrieval"}]
            )
            await client.beta.assistants.files.create(assistant.id, file_id=file_id)
        """)
    after = fix_all(before)

    assert "    vector_store = await client.vector_stores.create()\n" in after
    assert "    await client.vector_stores.files.create(\n" in after


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        (
            MADE.replace('"retrieval"', '"code_interpreter"')
            + 'client.beta.assistants.files.create(assistant.id, file_id="f")\n',
            "files of the code interpreter are named in its tool, where the assistant is made",
        ),
        (
            HEAD + 'client.beta.assistants.files.retrieve("f", assistant_id="asst_1")\n',
            ELSEWHERE,
        ),
        (
            MADE + "\n\ndef add(file_id: str) -> None:\n"
            "    client.beta.assistants.files.retrieve(file_id, assistant_id=assistant.id)\n",
            ELSEWHERE,
        ),
        (
            MADE + 'one = client.beta.assistants.files.create(assistant.id, file_id="f")\n'
            "owner = one.assistant_id\n",
            "a file belongs to a vector store, not to an agent",
        ),
    ],
)
def test_what_is_not_certain_is_left(before: str, reason: str) -> None:
    assert reason in {text for _, text in blockers(before)}
    assert fix_all(before) == before


def test_files_of_messages_are_something_else() -> None:
    source = HEAD + 'client.beta.threads.messages.files.list("msg_1", thread_id="thread_1")\n'
    (finding, *_) = look(source).findings

    assert finding.code == "UNS503"
    assert "input_file" in finding.blockers[0].message


def test_a_file_that_is_deleted_where_the_assistant_may_not_be_set() -> None:
    source = (
        HEAD
        + """try:
    assistant = client.beta.assistants.create(
        model="gpt-4.1", tools=[{"type": "retrieval"}], file_ids=["file-1"]
    )
finally:
    client.beta.assistants.files.delete("file-1", assistant_id=assistant.id)
"""
    )
    after = fix_all(source)
    assert (
        '    client.vector_stores.files.delete("file-1", vector_store_id=vector_store.id)' in after
    )
    assert after == fix_all(after)


BY_ID = """import json

from openai import OpenAI

client = OpenAI()


def known():
    with open("known.json") as stored:
        return json.load(stored).get("assistant") or make()


def make():
    assistant = client.beta.assistants.create(
        model="gpt-4", tools=[{"type": "retrieval"}]
    )
    with open("known.json", "w") as stored:
        json.dump({"assistant": assistant.id}, stored)
    return assistant.id


def add(file_id):
    client.beta.assistants.files.create(assistant_id=known(), file_id=file_id)
"""


def test_an_assistant_that_may_be_stored_gets_its_files_by_its_id() -> None:
    after = fix_all(BY_ID)
    becomes(BY_ID, after)
    assert "    add_assistant_file(client, known(), file_id)\n" in after


def test_an_update_that_may_take_the_tools_away_takes_the_files() -> None:
    code = BY_ID + "\n\ndef clear():\n"
    code += "    client.beta.assistants.update(known(), tools=[])\n"
    assert any("may take these away" in message for _, message in blockers(code))
    assert fix_all(code) == code


RENEWED = """from openai import OpenAI

client = OpenAI()


def make(name, paths):
    file_ids = []
    for path in paths:
        file_ids.append(client.files.create(file=open(path, "rb"), purpose="assistants").id)
    assistant = client.beta.assistants.create(
        name=name, model="gpt-4", tools=[{"type": "retrieval"}], file_ids=file_ids
    )
    return assistant.id


def renew(assistant_id, name, file_ids):
    client.beta.assistants.update(assistant_id, name=name, file_ids=file_ids)
"""


def test_an_update_of_the_files_makes_a_store_of_them() -> None:
    after = fix_all(RENEWED)
    becomes(RENEWED, after)
    assert (
        """    vector_store = client.vector_stores.create()
    if file_ids:
        client.vector_stores.file_batches.create_and_poll(
            vector_store_id=vector_store.id, file_ids=file_ids
        )
    assistant = store_assistant(
"""
        in after
    )
    assert (
        """    vector_store = client.vector_stores.create()
    if file_ids:
        client.vector_stores.file_batches.create_and_poll(
            vector_store_id=vector_store.id, file_ids=file_ids
        )
    change_assistant(assistant_id, name=name, tools=search_in(assistant_id, [vector_store.id]))
"""
        in after
    )


def test_files_that_others_may_read_in_another_way() -> None:
    assert any("look whether others" in note for note in notes(RENEWED))


def test_an_update_of_the_files_of_two_tools() -> None:
    code = RENEWED.replace(
        '{"type": "retrieval"}', '{"type": "retrieval"}, {"type": "code_interpreter"}'
    )
    after = fix_all(code)
    becomes(code, after)
    assert "tools=tools_reading(client, assistant_id, file_ids)" in after
