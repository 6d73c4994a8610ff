"""The pages under ``docs/rules`` are those that the rules make."""

from __future__ import annotations

from tests.rules.generate import stale


def test_pages_are_up_to_date() -> None:
    difference = stale()

    assert difference == "", f"run `python -m tests.rules.generate --update`\n{difference[:4000]}"
