"""Tool calls that code of other modules reads, and outputs that it makes."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

BEFORE = """import time

from openai import OpenAI

from handlers import answer_all, carry_out

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")


def ask(thread_id):
    run = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant.id
    )
    while run.status != "completed":
        if run.status == "requires_action":
            for call in run.required_action.submit_tool_outputs.tool_calls:
                done = carry_out(call, True)
                print(done)
            outputs = answer_all(run.required_action.submit_tool_outputs.tool_calls)
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
"""
AFTER = """from functools import partial
from types import SimpleNamespace

from openai import OpenAI

from handlers import answer_all, carry_out

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o")


def ask(thread_id):
    response = assistant(conversation=thread_id)
    while calls := [item for item in response.output if item.type == "function_call"]:
        for call in calls:
            done = carry_out(
                SimpleNamespace(
                    id=call.call_id,
                    type="function",
                    function=SimpleNamespace(name=call.name, arguments=call.arguments),
                ),
                True,
            )
            print(done)
        outputs = answer_all(
            [
                SimpleNamespace(
                    id=call.call_id,
                    type="function",
                    function=SimpleNamespace(name=call.name, arguments=call.arguments),
                )
                for call in calls
            ]
        )
        response = assistant(
            conversation=thread_id,
            input=[
                {
                    "type": "function_call_output",
                    "call_id": output["tool_call_id"],
                    "output": output["output"],
                }
                for output in outputs
            ],
        )
"""


def test_other_modules_get_what_they_got() -> None:
    becomes(BEFORE, AFTER)
    said = notes(BEFORE)
    assert any("`carry_out` is not in view" in note for note in said)
    assert any("where they are handed in" in note for note in said)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a function of the file may be meant
        ("carry_out(call, True)", "getattr(client, 'x').carry_out(call)"),
        ("carry_out(call, True)", "TABLE[call.id](call)"),
        ("carry_out(call, True)", "carry_out(ask, call)"),
        (
            "def ask(",
            "def carry_out(call, yes):\n    return call\n\n\nanswer = carry_out\n\n\ndef ask(",
        ),
    ],
)
def test_what_may_be_a_function_of_the_file_gets_the_same(old: str, new: str) -> None:
    program = BEFORE.replace(old, new)
    if "def carry_out" in new:
        program = program.replace("import answer_all, carry_out", "import answer_all, table")
        program = program.replace("carry_out(call, True)", "table.carry_out(call)")
    assert not blockers(program)
    assert " := calls_of(" in fix_all(program)


def test_outputs_with_other_fields_are_still_a_question() -> None:
    program = BEFORE.replace(
        "answer_all(run.required_action.submit_tool_outputs.tool_calls)",
        '[{"id": "1", "output": "2"}]',
    )
    assert any("other fields than" in message for _, message in blockers(program))
    assert fix_all(program) == program
