"""Outputs of tool calls that the service refuses, before and now."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import json

from openai import OpenAI

client = OpenAI()
TOOLS = {{"weather": str}}


def finish(run, thread_id):
    while run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            tool = TOOLS.get(call.function.name)
            if tool is None:
                outputs.append({0})
                continue
            output = tool(**json.loads(call.function.arguments))
            outputs.append({{"tool_call_id": call.id, "output": output}})
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
    return run.status


def ask(thread_id):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="asst_1")
    return finish(run, thread_id)
"""


@pytest.mark.parametrize("odd", ['{"error": "no such tool"}', '{"id": 7, "output": "none"}'])
def test_an_output_that_does_not_name_its_call_stays(odd: str) -> None:
    source = SOURCE.format(odd)
    after = fix_all(source)
    becomes(source, after)
    assert f"                outputs.append({odd})\n" in after
    assert "        outputs = []\n" in after
    assert any(note.startswith("an output that does not name its call") for note in notes(source))


@pytest.mark.parametrize(
    "odd", ['{"tool_call_id": call.id, "error": "no such tool"}', '{"tool_call_id": call.id}']
)
def test_an_output_that_says_something_else_is_a_question(odd: str) -> None:
    found = [message for _, message in blockers(SOURCE.format(odd))]
    assert "this output of a tool call has other fields than id and output" in found


def test_what_a_function_without_a_type_makes_is_a_list_of_anything() -> None:
    loop = SOURCE.split("        outputs = []")[0] + SOURCE[SOURCE.index("        run = client") :]
    source = loop.replace("def finish", "{made}def finish").format(
        made='def answer(call):\n    return {"tool_call_id": call.id, "output": "noon"}\n\n\n'
    )
    calls = "run.required_action.submit_tool_outputs.tool_calls"
    source = source.replace(
        "        run = client",
        f"        outputs = [answer(call) for call in {calls}]\n        run = client",
        1,
    )
    after = fix_all(source)
    becomes(source, after)
    assert "        outputs: list[Any] = [answer(call) for call in calls]\n" in after
