"""Pages of stored assistants whose ends are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def names(size):
    found = []
    after = None
    while True:
        page = client.beta.assistants.list(limit=size, after=after)  # one page
        for assistant in page.data:
            found.append(assistant.name)
        if not page.has_more:
            break
        after = page.last_id
    return found


def before(last):
    page = client.beta.assistants.list(limit=2, before=last, order="asc")
    return [a.name for a in page.data], page.has_more, page.first_id
"""


def run(path: Path, count: int) -> dict[str, Any]:
    """The names of the migrated program beside a file of assistants, the oldest first."""
    source = fix_all(SOURCE).replace("client = OpenAI()", "")
    stored = {f"asst_{n}": {"model": "m", "name": str(n)} for n in range(count)}
    (path / "assistants.json").write_text(json.dumps(stored))
    names: dict[str, Any] = {"__file__": str(path / "program.py")}
    head = "from __future__ import annotations\n"
    exec(head + source.replace("from openai import OpenAI", ""), names)
    return names


def test_a_listing_says_whether_there_is_more() -> None:
    after = fix_all(SOURCE)
    assert "page = page_of_assistants(limit=size, after=after)  # one page" in after
    assert "        if not page.has_more:\n            break\n        after = page.last_id" in after
    assert "beta" not in after


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5])
@pytest.mark.parametrize("size", [1, 2, 4])
def test_all_pages_have_all_assistants_the_newest_first(
    tmp_path: Path, count: int, size: int
) -> None:
    assert run(tmp_path, count)["names"](size) == [str(n) for n in reversed(range(count))]


def test_what_stands_before_another(tmp_path: Path) -> None:
    names = run(tmp_path, 5)
    assert names["before"]("asst_4") == (["2", "3"], True, "asst_2")
    assert names["before"]("asst_2") == (["0", "1"], False, "asst_0")
    assert names["before"]("asst_0") == ([], False, None)


def test_pages_that_are_turned_by_a_method_block() -> None:
    source = SOURCE.replace("page.last_id", "page.get_next_page()")
    assert "`get_next_page` of this listing" in str(blockers(source))
