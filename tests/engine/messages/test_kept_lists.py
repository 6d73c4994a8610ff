"""Objects that are gathered in a list of an object."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI


class Chat:
    def __init__(self, client: OpenAI):
        self.client = client
        self.turns = []

    def add(self, thread_id: str):
        for message in self.client.beta.threads.messages.list(thread_id=thread_id):
            self.turns.append(message)
"""
READERS = "the value is put into a list whose readers are not known"


def test_what_reads_the_list_is_followed() -> None:
    source = f"""{HEAD}
    def texts(self):
        return [turn.content[0].text.value for turn in self.turns]
"""
    fixed = fix_all(source)
    becomes(source, fixed)
    assert "            self.turns.append(message)\n" in fixed
    assert "for part in turn.content" in fixed
    assert not any("reads it elsewhere" in note for note in notes(source))


def test_a_list_that_nothing_here_reads_is_told_of() -> None:
    becomes(HEAD, fix_all(HEAD))
    assert "`turns` of `Chat` objects holds items now: look at who reads it elsewhere" in notes(
        HEAD
    )


def test_the_annotation_of_the_list_changes_with_it() -> None:
    source = HEAD.replace("self.turns = []", "self.turns: list[Message] = []").replace(
        "import OpenAI\n", "import OpenAI\nfrom openai.types.beta.threads import Message\n"
    )
    fixed = fix_all(source)
    assert "from openai.types.conversations import Message\n" in fixed
    assert "self.turns: list[Message] = []\n" in fixed


@pytest.mark.parametrize(
    "more",
    [
        "\n\ndef first(chat):\n    return chat.turns[0].content[0].text.value\n",
        "\n\ndef turns(chat):\n    return getattr(chat, 'turns')\n",
        "\n\ndef fill(chat, turns):\n    chat.turns = turns\n",
        "\n    def save(self):\n        store(self.turns)\n",
        "\n    def load(self, turns):\n        self.turns = turns\n",
        "\n    def newest(self):\n        return sorted(self.turns, key=lambda t: t.id)\n",
    ],
)
def test_a_reader_that_is_not_followed_blocks(more: str) -> None:
    assert READERS in {message for _, message in blockers(HEAD + more)}


def test_an_attribute_of_something_imported_is_another_one() -> None:
    source = HEAD.replace("from openai", "import streamlit as st\nfrom openai", 1)
    source += "\n\ndef draw():\n    return st.session_state.turns\n"
    assert not blockers(source)
