"""What a run asks for, read or asked after by name."""

from __future__ import annotations

import ast

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_PROGRAM = """import json
import time

from openai import OpenAI

client = OpenAI()
helper = client.beta.assistants.create(model="gpt-4.1", instructions="Help.")


def look(word):
    return word


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=helper.id)
    while run.status in ("queued", "in_progress", "requires_action"):
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if {test}:
            outputs = []
            for call in {calls}:
                if {asked}:
                    output = look(**json.loads(call.function.arguments))
                    outputs.append({{"tool_call_id": call.id, "output": output}})
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
    return run.status
"""
_WAITS = 'run.status == "requires_action"'
_CALLS = "run.required_action.submit_tool_outputs.tool_calls"


def _made(test: str = _WAITS, calls: str = _CALLS, asked: str = "call.function") -> str:
    return _PROGRAM.format(test=test, calls=calls, asked=asked)


def _means(program: str) -> str:
    return ast.dump(ast.parse(program))


@pytest.mark.parametrize(
    "test",
    [
        'hasattr(run, "required_action") and run.required_action',
        f'{_WAITS} and hasattr(run, "required_action")',
        f'{_WAITS} and getattr(run, "required_action", None)',
        f'{_WAITS} and hasattr(run.required_action, "submit_tool_outputs")',
        'hasattr(run, "required_action") and hasattr(run.required_action, "submit_tool_outputs")',
    ],
)
def test_ways_to_ask_whether_calls_wait(test: str) -> None:
    assert _means(fix_all(_made(test))) == _means(fix_all(_made()))
    assert "while calls := " in fix_all(_made())


@pytest.mark.parametrize(
    "calls",
    [
        'getattr(run.required_action.submit_tool_outputs, "tool_calls", [])',
        'getattr(getattr(run.required_action, "submit_tool_outputs", None), "tool_calls", [])',
        'getattr(getattr(getattr(run, "required_action"), "submit_tool_outputs"), "tool_calls")',
    ],
)
def test_calls_by_name(calls: str) -> None:
    assert _means(fix_all(_made(calls=calls))) == _means(fix_all(_made()))


def test_a_call_is_asked_for_its_function() -> None:
    after = fix_all(_made(asked='hasattr(call, "function")'))
    assert 'if call.type == "function_call":' in after
    after = fix_all(_made(asked='getattr(call, "function", None)'))
    assert after == fix_all(_made())


def test_a_call_is_asked_for_what_only_the_new_one_has() -> None:
    source = _made(asked='hasattr(call, "name")')
    assert not blockers(source)
    made = fix_all(source)
    assert "calls_of(" in made  # calls that have no `name`, as before
    assert 'hasattr(call, "name")' in made


def test_a_run_that_always_has_the_attribute() -> None:
    assert blockers(_made('hasattr(run, "required_action")'))
