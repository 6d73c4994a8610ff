"""Tool calls of run steps that a program takes for calls of functions without asking."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

_BEFORE = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())


def ask(thread_id, name):
    agent = client.create_agent(model="gpt-4o", name=name)
    run = client.runs.create_and_process(thread_id=thread_id, agent_id=agent.id)
    for step in client.run_steps.list(thread_id=thread_id, run_id=run.id):
        if step.type == "tool_calls":
            for call in step.step_details.tool_calls:
                {}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print(call.function.name)", "print(call.name)"),
        (
            "function = call.function\n                print(function.arguments)",
            "function = call\n                print(function.arguments)",
        ),
    ],
)
def test_other_calls_are_passed_over(before: str, after: str) -> None:
    source = _BEFORE.format(before)
    made = fix_all(source)
    assert 'for call in [step] if step.type == "function_call" else []:\n' in made
    assert after in made
    assert any(note.startswith("a tool call that was none of") for note in notes(source))


@pytest.mark.parametrize(
    "read",
    [
        "print(call.function.name, call.code_interpreter.input)",
        (
            "try:\n                    print(call.function.name)\n"
            "                except AttributeError:\n                    print(call.type)"
        ),
    ],
)
def test_where_other_calls_may_come_reads_fail_as_they_did(read: str) -> None:
    source = _BEFORE.format(read)
    assert not blockers(source)
    made = fix_all(source)
    assert "for step in steps_of(response.output[::-1]):\n" in made
    assert read in made
