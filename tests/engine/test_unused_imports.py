"""Legacy names that a file imports and does not use."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

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
