"""Lists of messages under a name: fields that no item takes block, wherever they are set."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers

_HEAD = """\
from openai import OpenAI

client = OpenAI()


def ask(text, files):
"""
_END = "    return client.beta.threads.create(messages=messages).id\n"
_FILES = '[{"file_id": "f", "tools": [{"type": "file_search"}]}]'
_PLACES = (
    "attachments become `input_file` parts of the content, or files of the agent's tools: "
    "choose one"
)


@pytest.mark.parametrize(
    "body",
    [
        f'messages = [{{"role": "user", "content": text, "attachments": {_FILES}}}]',
        f'messages = []\n    messages.append({{"role": "user", "attachments": {_FILES}}})',
        f'messages = [{{"role": "user", "attachments": {_FILES}}} for text in texts]',
        f'messages = [{{"role": "user"}}]\n    messages[0]["attachments"] = {_FILES}',
        f'one = {{"role": "user"}}\n    one["attachments"] = {_FILES}\n    messages = [one]',
        f'one = {{"attachments": {_FILES}}}\n    messages = []\n    messages.append(one)',
    ],
)
def test_attachments_block(body: str) -> None:
    assert _PLACES in [message for _, message in blockers(f"{_HEAD}    {body}\n{_END}")]


def test_metadata_of_a_message_blocks() -> None:
    body = '    messages = [{"role": "user", "content": text, "metadata": {"a": "b"}}]\n'

    assert blockers(f"{_HEAD}{body}{_END}") == [
        (7, "`metadata` of a message has no counterpart on an item")
    ]


def test_roles_and_contents_are_passed_on() -> None:
    body = (
        '    messages = [{"role": "user", "content": text}]\n'
        '    messages[0]["content"] = text.strip()\n'
        '    messages.append({"role": "assistant", "content": "yes"})\n'
    )

    becomes(
        f"{_HEAD}{body}{_END}",
        f"{_HEAD}{body}    return client.conversations.create(items=messages).id\n",
    )
