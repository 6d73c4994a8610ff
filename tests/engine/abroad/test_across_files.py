"""Names that other files of a project take keep their names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import NoResolver
from unspool_rules.semantics.takers import Takers

STATE = """from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create()
message = client.beta.threads.messages.create(thread_id=thread.id, role="user", content="Hello")
"""


class Project(NoResolver):
    """A project whose other files take some names from the file."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def takes(self, name: str) -> bool:
        return name in self._names


def migrated(*taken: str) -> str:
    analysis = analyse(STATE, today=date(2026, 11, 22), resolver=Project(*taken))
    return apply_edits(STATE, analysis.fix_all(unsafe=True))


def test_names_that_nothing_takes_say_what_they_hold() -> None:
    assert "conversation = client.conversations.create()" in migrated()


def test_names_that_another_file_takes_stay() -> None:
    result = migrated("thread", "message")
    assert "thread = client.conversations.create()" in result
    assert "message = client.conversations.items.create(" in result
    assert ").data[0]" in result


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("from state import client\n", ["client"]),
        ("from app.state import (\n    client,\n    thread,\n)\n", ["client", "thread"]),
        ("import state\n\nprint(state.thread.id)\n", ["thread"]),
        ("import app.state as held\n\nprint(held.thread.id)\n", ["thread"]),
        ("from state import *\n", ["client", "thread", "message"]),
        ("message = thing.message\n", []),
        ("import state\nfrom threads import thread\n\nprint(other.message)\n", []),
    ],
)
def test_what_a_project_takes_from_a_module(tmp_path: Path, text: str, taken: list[str]) -> None:
    state = tmp_path / "state.py"
    state.write_text(STATE)
    (tmp_path / "main.py").write_text(text)
    names = ("client", "thread", "message")
    assert [n for n in names if Takers(str(tmp_path)).any(state, n)] == taken
