"""An output that may be None is no string, and a list of such outputs is not said to hold items."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        output = "nothing"
        if call.function.name == "weather":
            output = weather(call.function.arguments)
        outputs.append({"tool_call_id": call.id, "output": output})
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )
    print(run.status)


def weather(city):
    if city:
        return "sun"
    else:
        return "rain"
"""


def test_a_list_of_strings_says_what_it_holds() -> None:
    assert "outputs: list[ResponseInputItemParam] = []" in fix_all(SOURCE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('output = "nothing"', "output = None"),
        ('return "rain"', "return None"),
        ('return "rain"', "return"),
        ('    else:\n        return "rain"\n', ""),
        ("def weather(city):", "def weather(city) -> str | None:"),
    ],
)
def test_one_that_may_be_none_leaves_the_list_untold(old: str, new: str) -> None:
    after = fix_all(SOURCE.replace(old, new))
    assert "    outputs = []\n" in after
    assert "beta" not in after


def test_a_comprehension_says_that_it_holds_anything() -> None:
    start = SOURCE.index("    outputs = []")
    end = SOURCE.index("    run = client.beta.threads.runs.submit")
    source = (
        SOURCE[:start]
        + """    calls = run.required_action.submit_tool_outputs.tool_calls
    outputs = [{"tool_call_id": call.id, "output": weather(call.id)} for call in calls]
"""
        + SOURCE[end:]
    )
    assert "outputs: list[ResponseInputItemParam] = [" in fix_all(source)
    assert "outputs: list[Any] = [" in fix_all(source.replace('return "rain"', "return None"))
