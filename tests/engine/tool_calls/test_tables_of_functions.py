"""Tool calls that go, whole, to functions by other names: what these read is not followed."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_PROGRAM = """\
import json
from concurrent.futures import ThreadPoolExecutor

from openai import OpenAI

client = OpenAI()
ANSWERS = {{}}


def register(function):
    ANSWERS[function.__name__] = function
    return function


def opening_hours(call):
    return json.loads(call.function.arguments)["day"]


{table}


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    while run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({{"tool_call_id": call.id, "output": {output}}})
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
    return run.id
"""


@pytest.mark.parametrize(
    ("table", "output"),
    [
        ('ANSWERS["opening_hours"] = opening_hours', "ANSWERS[call.function.name](call)"),
        ("register(opening_hours)", "ANSWERS.get(call.function.name)(call)"),
        ("answer = opening_hours", "answer(call)"),
        ("EACH = [opening_hours]", "[answer(call) for answer in EACH][0]"),
        (
            'ANSWERS["opening_hours"] = opening_hours',
            "ThreadPoolExecutor().submit(ANSWERS[call.function.name], call).result()",
        ),
    ],
)
def test_a_function_by_another_name_gets_calls_as_they_were(table: str, output: str) -> None:
    program = _PROGRAM.format(table=table, output=output)
    assert not blockers(program)
    made = fix_all(program)
    assert "while calls := calls_of(response):\n" in made
    assert 'return json.loads(call.function.arguments)["day"]\n' in made
    assert "".join(output.split()) in "".join(made.split()).replace(",)", ")")


@pytest.mark.parametrize(
    "output",
    ["opening_hours(call)", "ThreadPoolExecutor().submit(opening_hours, call).result()"],
)
def test_a_function_by_its_own_name_reads_the_new_calls(output: str) -> None:
    after = fix_all(_PROGRAM.format(table="", output=output))

    assert 'return json.loads(call.arguments)["day"]' in after
    assert ".beta" not in after
