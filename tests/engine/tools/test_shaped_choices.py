"""Tool choices that are not in view get their new shape when the program runs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, choice{annotation}):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id, tool_choice=choice
    )
    print(run.status)
"""
PUT = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, choice=None):
    given = {"thread_id": thread_id, "assistant_id": assistant_id}
    if choice:
        given["tool_choice"] = choice
    run = client.beta.threads.runs.create_and_poll(**given)
    print(run.status)
"""


def _function(source: str) -> Any:
    """The function that the fix wrote."""
    code = source[source.index("def response_tool_choice") : source.index("\n\n\nclient")]
    names: dict[str, Any] = {"Any": Any}
    exec(code, names)
    return names["response_tool_choice"]


@pytest.mark.parametrize("annotation", ["", ": dict", "=None", ": str | None = None"])
def test_a_choice_of_callers_is_shaped_at_run_time(annotation: str) -> None:
    after = fix_all(SOURCE.replace("{annotation}", annotation))
    assert "tool_choice=response_tool_choice(choice)" in after


def test_a_choice_under_a_condition_is_shaped_where_it_stands() -> None:
    after = fix_all(PUT)
    assert '        given["tool_choice"] = response_tool_choice(choice)\n' in after
    assert "beta" not in after


def test_the_function_knows_every_choice_of_a_run() -> None:
    shape = _function(fix_all(PUT))
    assert shape({"type": "function", "function": {"name": "f"}}) == {
        "type": "function",
        "name": "f",
    }
    assert shape({"type": "file_search"}) == {"type": "file_search"}
    assert (shape("required"), shape(None)) == ("required", "auto")


def test_a_mode_stays_as_it_is() -> None:
    after = fix_all(SOURCE.replace("{annotation}", ": str"))
    assert "tool_choice=choice" in after
    assert "response_tool_choice" not in after


def test_a_choice_that_may_be_left_out_is_a_blocker() -> None:
    source = SOURCE.replace("{annotation}", "=NOT_GIVEN").replace(
        "import OpenAI\n", "import NOT_GIVEN, OpenAI\n"
    )
    assert blockers(source)


def test_a_second_run_finds_the_function() -> None:
    again = "\n\ndef more(thread_id, assistant_id, choice):\n" + SOURCE[SOURCE.index("    run") :]
    once = fix_all(SOURCE.replace("{annotation}", "")) + again
    assert fix_all(once).count("def response_tool_choice") == 1
