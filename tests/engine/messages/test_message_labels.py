"""Metadata of messages, which items of a conversation do not carry."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

CODE = """from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create(metadata={"user": "u1"})
print(thread.metadata)
client.beta.threads.messages.create(
    thread_id=thread.id,
    role="user",
    content="Hello",
    metadata={"source": "web", "at": str(1)},
)
"""
LIST = "for message in client.beta.threads.messages.list(thread.id):\n    print(message.id)\n"


def test_metadata_that_nothing_reads_go() -> None:
    after = fix_all(CODE + LIST)
    becomes(CODE + LIST, after)
    assert "source" not in after
    assert 'metadata={"user": "u1"}' in after
    assert any("carry no metadata" in note for note in notes(CODE))


@pytest.mark.parametrize(
    "read",
    [
        LIST + "    kind = message.metadata\n",
        LIST + "    kind = dict(message)['metadata']\n",
        "def kind(message):\n    return message.metadata['source']\n",
    ],
)
def test_metadata_that_something_may_read(read: str) -> None:
    found = [message for _, message in blockers(CODE + read)]
    assert any("carry no metadata" in message for message in found)


@pytest.mark.parametrize(
    "value",
    ["count_up()", 'requests.get("https://example.org/ip")', "waiting.get()", "web.get(ADDRESS)"],
)
def test_metadata_that_do_something(value: str) -> None:
    code = CODE.replace("str(1)", value)
    assert any("carry no metadata" in message for _, message in blockers(code))


def test_metadata_that_are_looked_up() -> None:
    assert "source" not in fix_all(CODE.replace("str(1)", 'os.environ.get("HOST")'))
