"""``docs/settings.md`` says what is true today."""

from __future__ import annotations

from tests.project.settings_page import stale


def test_page_is_up_to_date() -> None:
    difference = stale()

    assert difference == "", f"run `python -m tests.project.settings_page --update`\n{difference}"
