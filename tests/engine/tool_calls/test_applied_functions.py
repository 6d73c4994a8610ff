"""Tool calls that a pool or `map` hands to a function of the program."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

_PROGRAM = """\
import json
from concurrent.futures import ThreadPoolExecutor

from openai import OpenAI

client = OpenAI()


def look_up(call):
    arguments = json.loads(call.function.arguments)
    return {{"tool_call_id": call.id, "output": str(arguments)}}


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    while run.status == "requires_action":
        calls = run.required_action.submit_tool_outputs.tool_calls
        with ThreadPoolExecutor() as pool:
            outputs = {}
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
    return run.id
"""


@pytest.mark.parametrize(
    "outputs",
    [
        "list(map(look_up, calls))",
        "list(pool.map(look_up, calls))",
        "[f.result() for f in [pool.submit(look_up, call) for call in calls]]",
    ],
)
def test_a_function_that_is_applied_to_calls_reads_items(outputs: str) -> None:
    after = fix_all(_PROGRAM.format(outputs))

    assert "arguments = json.loads(call.arguments)" in after
    assert '"call_id": ' in after
    assert f"outputs = {outputs}" in after or "list[ResponseInputItemParam]" in after
    assert "beta" not in after


def test_a_function_of_elsewhere_gets_calls_as_they_were() -> None:
    program = _PROGRAM.format("list(pool.map(answer, calls))").replace(
        "import json\n", "import json\nfrom tools import answer\n"
    )

    after = fix_all(program)
    assert "while calls := calls_of(response):\n" in after
    assert "outputs = list(pool.map(answer, calls))\n" in after
    assert '"call_id": output["tool_call_id"],\n' in after
