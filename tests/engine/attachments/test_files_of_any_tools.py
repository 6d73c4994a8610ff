"""Files of assistants of v1 whose tools are not all in view, or read them in two ways."""

from __future__ import annotations

from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

MADE = """from openai import OpenAI
from desk.tools import TOOLS, book

client = OpenAI()


def ask(text: str, ids: list[str]) -> str:
    assistant = client.beta.assistants.create(
        model="gpt-4o", instructions="Help.", tools={tools}, file_ids={files}
    )
    run = client.beta.threads.create_and_run_poll(
        assistant_id=assistant.id,
        thread={{"messages": [{{"role": "user", "content": text}}]}},
    )
    messages = client.beta.threads.messages.list(thread_id=run.thread_id)
    return messages.data[0].content[0].text.value
"""
BOTH = '[{"type": "retrieval"}, {"type": "code_interpreter"}]'
_NOTE = "which tools there are is not in view"


def test_two_tools_read_the_same_files() -> None:
    after = """        {"type": "file_search", "vector_store_ids": [vector_store.id]},
        {
            "type": "code_interpreter",
            "container": {"type": "auto", "file_ids": ids},
        },
"""
    result = fix_all(MADE.format(tools=BOTH, files="ids"))
    assert result.count("vector_stores.create()") == 1
    assert "vector_store_id=vector_store.id, file_ids=ids" in result
    assert "".join(after.split()).replace(",}", "}") in "".join(result.split())


def test_tools_out_of_view_get_the_files_when_the_program_runs() -> None:
    source = MADE.format(tools="TOOLS", files="ids")
    assert "tools=response_tools(TOOLS, files=ids, stores=[vector_store.id])" in fix_all(source)
    assert any(_NOTE in note for note in notes(source))


def test_one_tool_in_view_beside_one_that_is_not() -> None:
    source = MADE.format(tools='[{"type": "retrieval"}, book]', files="[ids[0]]")
    result = fix_all(source)
    assert "file_ids=[ids[0]]" in result
    assert "files=[ids[0]]" in result.replace("\n", "").replace("  ", "")


def test_files_that_are_made_in_place_are_not_made_twice() -> None:
    source = MADE.format(tools="TOOLS", files="upload(ids)")
    assert "files of an assistant belong to its tools" in str(blockers(source))
