"""Files attached to messages for the code interpreter go to the tool of the agent that answers."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """from openai import OpenAI

client = OpenAI()
file = client.files.create(file=open("sales.csv", "rb"), purpose="assistants")
"""
_ASSISTANT = """assistant = client.beta.assistants.create(
    model="m", tools=[{"type": "code_interpreter"}]
)
"""
_ASKED = """thread = client.beta.threads.create()
client.beta.threads.messages.create(
    thread_id=thread.id,
    role="user",
    content="What do they say?",
    attachments=[{"file_id": file.id, "tools": [{"type": "code_interpreter"}]}],
)
"""
_RUN = """run = client.beta.threads.runs.create_and_poll(
    thread_id=thread.id, assistant_id=assistant.id
)
print(run.status)
"""


def test_the_agent_of_the_thread_gets_the_file() -> None:
    becomes(
        _HEAD + _ASSISTANT + _ASKED + _RUN,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
file = client.files.create(file=open("sales.csv", "rb"), purpose="assistants")
assistant = partial(
    client.responses.create,
    model="m",
    tools=[
        {
            "type": "code_interpreter",
            "container": {"type": "auto", "file_ids": [file.id]},
        }
    ],
)
conversation = client.conversations.create()
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "What do they say?"}],
)
response = assistant(conversation=conversation.id)
print(response.status)
""",
    )


def test_files_that_the_agent_has_are_not_named_twice() -> None:
    assistant = _ASSISTANT.replace(
        "\n)", ',\n    tool_resources={"code_interpreter": {"file_ids": [file.id]}},\n)'
    )
    thread = """thread = client.beta.threads.create(
    messages=[
        {
            "role": "user",
            "content": "Is it odd?",
            "attachments": [
                {"file_id": file.id, "tools": [{"type": "code_interpreter"}]},
                {"file_id": "file-1", "tools": [{"type": "code_interpreter"}]},
            ],
        }
    ]
)
"""
    before = _HEAD + assistant + thread + _RUN
    becomes(
        before,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
file = client.files.create(file=open("sales.csv", "rb"), purpose="assistants")
assistant = partial(
    client.responses.create,
    model="m",
    tools=[
        {
            "type": "code_interpreter",
            "container": {"type": "auto", "file_ids": [file.id, "file-1"]},
        }
    ],
)
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "Is it odd?"}]
)
response = assistant(conversation=conversation.id)
print(response.status)
""",
    )
    assert any("is a file of the agent's tool" in note for note in notes(before))


_SEARCH = _ASKED.replace("code_interpreter", "file_search")
_ASKED_ABROAD = "thread = client.beta.threads.retrieve(input())\n" + _ASKED.partition("\n")[2]
_OTHER = "other = client.beta.threads.create()\n"
_IF = "if input():\n  client.beta.threads.m"
_HELD = '{"file_id": file.id, "tools": [{"type": "code_interpreter"}]}'
_KEPT = """class Held:
    pass


held = Held()
"""


@pytest.mark.parametrize(
    "program",
    [
        _HEAD
        + _ASSISTANT
        + _ASKED.replace("client.beta.threads.m", _RUN + "client.beta.threads.m")
        + _RUN,
        _HEAD
        + _ASSISTANT
        + "for _ in range(2):\n    "
        + _ASKED.replace("\n", "\n    ").strip()
        + "\n"
        + _RUN,
        _HEAD + _ASSISTANT + _ASKED.replace("client.beta.threads.m", _IF) + _RUN,
        _HEAD + f"held = {_HELD}\n" + _ASSISTANT + _ASKED.replace(_HELD, "held") + _RUN,
    ],
    ids=["a run before", "a loop", "a condition", "a name"],
)
def test_where_others_may_read_the_file_the_conversation_keeps_it(program: str) -> None:
    after = fix_all(program)
    assert "bring_files(" in after
    assert "tools_of_conversation(" in after
    assert "beta" not in after


def test_the_agent_is_not_asked_for_twice() -> None:
    run = _RUN.replace("assistant.id", 'input("assistant?")')
    assert any("needed twice" in message for _, message in blockers(_HEAD + _ASKED_ABROAD + run))


@pytest.mark.parametrize(
    "program",
    [
        _HEAD + _ASSISTANT + _SEARCH + _RUN,
        _HEAD + _ASSISTANT.replace("code_interpreter", "file_search") + _ASKED + _RUN,
        _HEAD.replace("file =", "first =") + _ASSISTANT + "file = first\n" + _ASKED + _RUN,
        _HEAD + _ASSISTANT + _OTHER + _ASKED + _RUN + _RUN.replace("thread.id", "other.id"),
        _HEAD
        + _KEPT
        + _ASSISTANT
        + "held.file = file\n"
        + _ASKED.replace("file.id", "held.file.id")
        + _RUN,
        _HEAD + _ASSISTANT + 'open("id.txt", "w").write(assistant.id)\n' + _ASKED + _RUN,
    ],
    ids=[
        "for file search",
        "no code interpreter",
        "a file that is made later",
        "two threads",
        "an attribute that is given later",
        "an assistant that is stored",
    ],
)
def test_the_run_reads_what_the_agent_may_not_have(program: str) -> None:
    after = fix_all(program)
    becomes(program, after)
    assert "tools_with_files(client, " in " ".join(after.split()).replace("( ", "(")


def test_files_of_messages_to_search_in_go_into_a_store() -> None:
    assistant = _ASSISTANT.replace(
        '[{"type": "code_interpreter"}]', '[{"type": "code_interpreter"}, {"type": "file_search"}]'
    )
    becomes(
        _HEAD + assistant + _SEARCH + _RUN,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
file = client.files.create(file=open("sales.csv", "rb"), purpose="assistants")
vector_store = client.vector_stores.create()
client.vector_stores.file_batches.create_and_poll(
    vector_store_id=vector_store.id, file_ids=[file.id]
)
assistant = partial(
    client.responses.create,
    model="m",
    tools=[
        {"type": "code_interpreter", "container": {"type": "auto"}},
        {"type": "file_search", "vector_store_ids": [vector_store.id]},
    ],
)
conversation = client.conversations.create()
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "What do they say?"}],
)
response = assistant(conversation=conversation.id)
print(response.status)
""",
    )


def test_files_of_the_first_version_are_for_all_tools() -> None:
    assistant = """assistant = client.beta.assistants.create(
    model="m", tools=[{"type": "retrieval"}, {"type": "code_interpreter"}], file_ids=[file.id]
)
"""
    thread = """other = client.files.create(file=open("more.csv", "rb"), purpose="assistants")
"""
    asked = """thread = client.beta.threads.create()
client.beta.threads.messages.create(
    thread_id=thread.id, role="user", content="And?", file_ids=[other.id]
)
"""
    becomes(
        _HEAD + thread + assistant + asked + _RUN,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
file = client.files.create(file=open("sales.csv", "rb"), purpose="assistants")
other = client.files.create(file=open("more.csv", "rb"), purpose="assistants")
vector_store = client.vector_stores.create()
client.vector_stores.file_batches.create_and_poll(
    vector_store_id=vector_store.id, file_ids=[file.id, other.id]
)
assistant = partial(
    client.responses.create,
    model="m",
    tools=[
        {"type": "file_search", "vector_store_ids": [vector_store.id]},
        {
            "type": "code_interpreter",
            "container": {"type": "auto", "file_ids": [file.id, other.id]},
        },
    ],
)
conversation = client.conversations.create()
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "And?"}],
)
response = assistant(conversation=conversation.id)
print(response.status)
""",
    )
