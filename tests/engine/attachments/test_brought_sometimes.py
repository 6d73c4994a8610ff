"""Files and vector stores that a dictionary of arguments gets under a condition."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def say(thread_id, assistant_id, text, file_id=None):
    params = {"thread_id": thread_id, "role": "user", "content": text}
    if file_id:
        params["attachments"] = [{"file_id": file_id, "tools": [{"type": "file_search"}]}]
    client.beta.threads.messages.create(**params)
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    return run.status
"""
PUT = 'params["attachments"] = [{"file_id": file_id, "tools": [{"type": "file_search"}]}]'


def test_files_are_kept_where_they_were_put_in() -> None:
    after = fix_all(SOURCE)
    becomes(SOURCE, after)
    assert (
        """    if file_id:
        bring_files(
            client,
            thread_id,
            attachments=[{"file_id": file_id, "tools": [{"type": "file_search"}]}],
        )
    client.conversations.items.create(
        conversation_id=thread_id,
"""
        in after
    )
    assert '"tools": tools_of_conversation(' in after
    assert any("kept in its metadata" in note for note in notes(SOURCE))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PUT, 'params["file_ids"] = [file_id]'),
        (PUT, "params.update(file_ids=[file_id])"),
        (PUT, f'print("with a file")\n        {PUT}'),
        (
            '"thread_id": thread_id, "role": "user", "content": text}',
            '"role": "user", "content": text}\n    params["thread_id"] = thread_id',
        ),
    ],
)
def test_other_ways_to_put_them_in(old: str, new: str) -> None:
    after = fix_all(SOURCE.replace(old, new))
    assert "bring_files(" in after
    assert "beta" not in after


def test_an_id_of_an_object_of_the_function_stays_while_a_file_is_sent() -> None:
    source = (
        SOURCE.replace(
            "    params = {", "    thread = client.beta.threads.create()\n    params = {"
        )
        .replace("thread_id,\n", "")
        .replace('"thread_id": thread_id', '"thread_id": thread.id')
    )
    source = source.replace("thread_id=thread_id", "thread_id=thread.id").replace(
        PUT,
        'up = client.files.create(file=open(file_id, "rb"), purpose="assistants")\n        '
        + PUT.replace(": file_id", ": up.id"),
    )
    after = fix_all(source)
    assert "bring_files(\n            client,\n            conversation.id," in after
    assert "beta" not in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("if file_id:", "for file_id in file_id or ():"),
        (
            "    client.beta.threads.messages",
            '    if text:\n        params["file_ids"] = [text]\n    client.beta.threads.messages',
        ),
        (
            "    client.beta.threads.messages",
            "    if text:\n        thread_id = text\n    client.beta.threads.messages",
        ),
        (
            f"{PUT}\n",
            f"{PUT}\n    if not thread_id:\n        thread_id = client.beta.threads.create().id\n",
        ),
    ],
)
def test_what_is_not_the_same_or_not_once_blocks(old: str, new: str) -> None:
    source = SOURCE.replace('"thread_id": thread_id, ', "").replace(
        "(**params)", "(thread_id=thread_id, **params)"
    )
    assert not blockers(source)
    assert blockers(source.replace(old, new, 1))


def test_files_that_no_run_here_reads_are_for_a_person() -> None:
    source = SOURCE[: SOURCE.index("    run = ")]
    assert "under a condition" in str(blockers(source))


THREAD = """from openai import OpenAI

client = OpenAI()


def start(store_id=None):
    params = {}
    if store_id:
        params["tool_resources"] = {"file_search": {"vector_store_ids": [store_id]}}
    return client.beta.threads.create(**params).id
"""


def test_stores_of_a_new_thread_are_metadata_of_the_conversation() -> None:
    after = fix_all(THREAD)
    assert '        params["metadata"] = {"vector_store_ids": store_id}\n' in after
    assert "client.conversations.create(**params).id" in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("params = {}", 'params = {"metadata": {"a": "b"}}'),
        ("    return", '    if store_id == "x":\n        params["metadata"] = {}\n    return'),
        ("[store_id]}}", "[store_id]}, **load()}"),
    ],
)
def test_other_metadata_or_unknown_resources_block(old: str, new: str) -> None:
    assert blockers(THREAD.replace(old, new))


def test_files_are_kept_where_assistants_are_kept_too() -> None:
    """The program is planned a second time then, from the same reading of it."""
    source = f"""{SOURCE}

assistant = client.beta.assistants.create(model="gpt-4o", tools=[{{"type": "file_search"}}])
with open("id.txt", "w") as f:
    f.write(assistant.id)
"""
    assert not blockers(source)
    assert "bring_files(" in fix_all(source)
