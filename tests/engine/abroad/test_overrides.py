"""A base class whose methods a subclass in another file has of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import Module, NoResolver

BASE = """\
from openai import OpenAI


class Base:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = self.client.beta.assistants.create(model="gpt-4o")

    def ask(self):
        thread = self.client.beta.threads.create()
        run = self.client.beta.threads.runs.create_and_poll(
            thread_id=thread.id, assistant_id=self.assistant.id
        )
        return self.read({given})

    def read(self, thread, run):
        return run.status
"""
CHILD = """\
from base import Base as Parent


class Middle(Parent):
    pass


class Child({parent}):
    def {name}(self, place, done):
        return {read}
"""


class Beside(NoResolver):
    """Knows of one file that takes the class."""

    def __init__(self, text: str) -> None:
        self._text = text

    def takers(self, name: str, of: Path | None = None) -> tuple[Module, ...]:
        return (Module(Path("child.py"), self._text),) if name == "Base" else ()


def said(base: str, child: str) -> list[str]:
    analysis = analyse(base, today=date(2026, 11, 22), resolver=Beside(child))
    found = {b.message for f in analysis.findings for b in f.blockers}
    assert bool(found) is (apply_edits(base, analysis.fix_all(unsafe=True)) == base)
    return sorted(found)


@pytest.mark.parametrize("parent", ["Parent", "Middle", "base.Base"])
def test_a_version_that_reads_an_old_object(parent: str) -> None:
    child = CHILD.format(parent=parent, name="read", read="done.last_error.message")
    assert said(BASE.format(given="thread, run"), child) == [
        (
            "line 10 of `child.py` reads `last_error` of what its own `read` gets, "
            "which the new object does not have: change both together"
        )
    ]


def test_a_version_that_gets_it_by_its_name() -> None:
    child = CHILD.format(parent="Parent", name="read", read="run.last_error")
    child = child.replace("done", "run")
    assert said(BASE.format(given="thread, run=run"), child)


@pytest.mark.parametrize("given", ["thread, run", "thread, run=run"])
def test_a_version_that_takes_whatever_it_gets(given: str) -> None:
    child = CHILD.format(parent="Parent", name="read", read="[*args, *more.values()][1].{read}")
    child = child.replace("place, done", "*args, **more")
    assert said(BASE.format(given=given), child.format(read="last_error"))
    assert not said(BASE.format(given=given), child.format(read="status"))


@pytest.mark.parametrize(
    ("parent", "name", "read"),
    [
        ("Parent", "read", "done.status"),
        ("Parent", "read", "place.last_error"),
        ("Parent", "show", "done.last_error"),
        ("Other", "read", "done.last_error"),
    ],
)
def test_others_do_not_matter(parent: str, name: str, read: str) -> None:
    child = CHILD.format(parent=parent, name=name, read=read)
    assert not said(BASE.format(given="thread, run"), child)
