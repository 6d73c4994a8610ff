"""Legacy names that a file imports and does not use."""

from __future__ import annotations

import ast

import pytest
from tests.rules.fixing import fix_all

from unspool_rules.engine.imports.lines import names_in

SOURCE = """from openai import OpenAI
from openai.types.beta import Assistant
from openai.types.beta.threads import Run

client = OpenAI()
thread = client.beta.threads.create()
{line}
"""


@pytest.mark.parametrize(
    "line",
    [
        'print("Assistant run failed: nobody knows why.")',
        'print(f"Assistant {thread.id}")',
        'print(f"Run {thread.id}: Assistant")',
        "RUNS = 'Running, and Assistants'",
    ],
)
def test_words_in_prose_are_no_uses(line: str) -> None:
    assert "openai.types" not in fix_all(SOURCE.format(line=line))


@pytest.mark.parametrize(
    "line",
    [
        "__all__ = ['Assistant']",
        "HELD = list['Assistant']",
        "HELD: 'list[Assistant] | None' = None",
    ],
)
def test_names_in_quotes_are_uses(line: str) -> None:
    after = fix_all(SOURCE.format(line=line))
    assert "import Assistant" in after
    assert "import Run" not in after


def test_names_in_quotes_within_quotes_are_uses() -> None:
    line = """HELD = cast("dict[str, 'Assistant']", {})"""
    assert "import Assistant" in fix_all(SOURCE.format(line=line))


NAMED_IN_TEXT = """from typing import Literal

from openai import OpenAI
from openai.types.beta import thread
from openai.types.beta.threads import Run

client = OpenAI()
BUTTONS = {"Run": "starts it", "thread": "what it goes on with"}
Part = Literal["thread", "user"]


def ask(part: Part) -> Run:
    found: thread.Thread = client.beta.threads.create()
    return client.beta.threads.runs.create_and_poll(thread_id=found.id, assistant_id="asst_1")
"""


def test_text_is_no_use_of_an_import() -> None:
    after = fix_all(NAMED_IN_TEXT)
    assert "openai.types.beta" not in after
    assert "found: Conversation = " in after


def test_text_in_places_of_types_is_one() -> None:
    module = ast.parse(
        """
kept = cast("Run", given)
T = TypeVar("T", bound="Thread")
Runs = Dict[str, "Message"]
__all__ = ["Text"]
Role = Literal["assistant"]
Kept: TypeAlias = "Assistant"
Row = TypedDict("Row", {"event": "Event | None"})
titles = {"Step": names["Step"]}


def ask(run: "Run") -> "Stream": ...
"""
    )
    named = {"Run", "Thread", "Message", "Text", "Assistant", "Stream", "Event"}
    assert named <= names_in(module)
    assert not {"assistant", "Step"} & names_in(module)
