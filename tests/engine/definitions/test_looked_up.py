"""Assistants that are made in one place and looked up in another, by name or id."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def make(name):
    return client.beta.assistants.create(name=name, instructions="Be brief.", model="gpt-4o")


def find(name):
    return next(a for a in client.beta.assistants.list() if a.name == name and FIELD)
"""


def test_nothing_is_found_that_is_only_a_definition() -> None:
    """The look-up cannot be migrated: it has to find what is made."""
    source = SOURCE.replace("FIELD", "a.never_was")
    assert any("`list` at line 11 takes the same ids" in text for _, text in blockers(source))
    assert fix_all(source) == source


def test_both_go_through_the_store() -> None:
    after = fix_all(SOURCE.replace("FIELD", "a.instructions"))
    assert "store_assistant(" in after
    assert "beta.assistants" not in after
