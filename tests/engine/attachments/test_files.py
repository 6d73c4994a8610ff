"""Files that were sent, their content, and listings of the hub betas' messages."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

HEAD = """import os

from azure.ai.agents{aio} import AgentsClient
from azure.identity{aio} import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
"""
NEW = """import os
from pathlib import Path

from azure.ai.projects{aio} import AIProjectClient
from azure.identity{aio} import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
"""
SEND = 'file = client.files.upload(file_path="a.md", purpose="assistants")\n'
SENT = 'file = openai_client.files.create(file=Path("a.md"), purpose="assistants")\n'


def test_content_of_a_file_in_asynchronous_code() -> None:
    body = """

async def copy():
    file = await client.files.upload(file_path="a.md", purpose="assistants")
    content = await client.files.get_content(file.id)
    with open("b.md", "wb") as copied:
        async for chunk in content:
            copied.write(chunk)
"""
    after = """

async def copy():
    file = await openai_client.files.create(file=Path("a.md"), purpose="assistants")
    content = await (await openai_client.files.content(file.id)).aiter_bytes()
    with open("b.md", "wb") as copied:
        async for chunk in content:
            copied.write(chunk)
"""
    becomes(HEAD.format(aio=".aio") + body, NEW.format(aio=".aio") + after)


def test_a_file_that_was_sent_is_saved() -> None:
    before = HEAD.format(aio="") + SEND + 'client.files.save(file.id, file_name="out/b.md")\n'
    after = (
        NEW.format(aio="") + SENT + 'openai_client.files.content(file.id).write_to_file("b.md")\n'
    )
    becomes(before, after)  # the old method takes the last part of the name, too


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ("client.files.save(given, file_name='b.md')", "files that tools make are read from the"),
        ("client.files.save(file.id, 'b.md', target_dir='out')", "the folder is not made"),
        ("print(client.files.save(file.id, file_name='b.md'))", "says nothing back"),
    ],
)
def test_a_file_that_cannot_be_saved(call: str, reason: str) -> None:
    found = blockers(HEAD.format(aio="") + "given = input()\n" + SEND + call + "\n")
    assert any(reason in message for _, message in found)


def test_messages_of_the_first_betas() -> None:
    head = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient.from_connection_string(
    conn_str="a;b;c;d", credential=DefaultAzureCredential()
)
thread = client.agents.create_thread()
messages = client.agents.get_messages(thread_id=thread.id)
"""
    after = fix_all(
        head + "for message in messages.messages:\n    print(message.role)\n"
        "print([text.text.value for text in messages.text_messages])\n"
        'last = messages.get_last_text_message_by_sender("assistant")\n'
    )
    assert "for message in messages:\n" in after
    assert "for item in messages\n" in after
    assert "for part in item.content if" in " ".join(after.split())
    assert "messages.messages" not in after
    assert "by_sender" not in after


def test_the_id_of_a_message_that_was_made() -> None:
    before = """from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create()
message = client.beta.threads.messages.create(thread.id, role="user", content="Hello")
client.beta.threads.messages.delete(message.id, thread_id=thread.id)
"""
    assert "items.delete(str(message.id), conversation_id=conversation.id)" in fix_all(before)
