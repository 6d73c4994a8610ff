"""Steps that a program goes on reading as it did: objects that a function makes of items."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import first, fix_all, fix_singly

from unspool_rules.catalogue.steps import UNTYPED

_HEAD = """import json

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", tools=[{{"type": "code_interpreter"}}])
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)


{functions}

steps = client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id{more})
{reads}
"""
_SHOW = """def show(page):
    for step in page.data:
        one(step)


def one(step):
    print(step.id, step.status)
    if step.type == "tool_calls":
        for call in step.step_details.tool_calls:
            if call.type == "code_interpreter":
                print(call.code_interpreter.input, call.code_interpreter.outputs)
"""
_ASKED = (
    "steps go where what is read of them is not in view, and this asks for a field or a type of "
    "call that items do not have"
)
VAGUE = "what is done with run steps here has no counterpart that is certain"


def _program(functions: str = "", reads: str = "", more: str = "") -> str:
    return _HEAD.format(functions=functions, reads=reads, more=more)


def _whole(source: str) -> str:
    assert not blockers(source)
    made = fix_all(source)
    assert "beta" not in made
    assert fix_singly(source, None, first) == made
    return made


def test_functions_that_get_steps_stay_as_they_are() -> None:
    source = _program(_SHOW, "show(steps)")
    made = _whole(source)
    assert _SHOW.replace("page.data", "page") in made
    assert "steps = steps_of(response.output[::-1])\n" in made
    assert 'include=["code_interpreter_call.outputs"]' in made
    assert "def steps_of(items: Any) -> list[SimpleNamespace]:\n" in made
    assert any(note.startswith("steps are objects made of items") for note in notes(source))


@pytest.mark.parametrize(
    "reads",
    [
        'for step in steps:\n    if hasattr(step, "step_details"):\n        print(step.type)',
        'tools = [s for s in steps.data if s.type == "tool_calls"]\nprint(tools[0].id)',
        "step = next(s for s in steps if s.step_details)\nprint(step.step_details.type)",
        "c = []\nfor s in steps:\n    c.extend(s.step_details.tool_calls)\nprint(c[0].id)",
        'known = {}\nfor step in steps:\n    known["x"] = step',
        "for step in steps:\n    print(json.dumps(step, default=lambda o: o.__dict__))",
    ],
)
def test_other_ways_to_read_them(reads: str) -> None:
    made = _whole(_program(reads=reads))
    assert reads.replace("steps.data", "steps") in made
    assert "steps_of(response.output[::-1]" in "".join(made.split("\n    "))


def test_outputs_of_functions_are_those_that_the_conversation_has() -> None:
    reads = (
        "for step in steps:\n    for call in step.step_details.tool_calls:\n"
        '        if hasattr(call, "function"):\n            print(call.function.output)'
    )
    made = _whole(_program(reads=reads))
    assert "steps = answered_steps_of(" in made
    assert "response.output[::-1], client.conversations.items.list(conversation.id)" in made
    assert reads in made


def test_a_listing_that_may_be_a_list() -> None:
    reads = 'found = steps.data if hasattr(steps, "data") else steps\nfor step in found:\n    {}'
    show = "print(getattr(step.step_details, 'tool_calls', None))\n    json.dump(step, out)"
    made = _whole(_program(reads=reads.format(show)))
    assert "found = steps\nfor step in found:\n" in made


@pytest.mark.parametrize(
    ("order", "turned", "new"),
    [
        ("", "", "steps[::-1]"),
        ("", ", reverse=True", "steps"),
        (', order="asc"', "", "steps"),
        (', order="asc"', ", reverse=True", "steps[::-1]"),
    ],
)
def test_order_by_time_is_that_of_the_listing(order: str, turned: str, new: str) -> None:
    reads = f"for step in sorted(steps.data, key=lambda s: s.created_at{turned}):\n    print(step)"
    made = _whole(_program(reads=reads, more=order))
    assert f"for step in {new}:\n" in made


@pytest.mark.parametrize(
    ("dump", "new"),
    [
        ("steps.model_dump_json(indent=4)", 'json.dumps({"data": steps}, default=vars, indent=4)'),
        ("steps.data[0].model_dump()", "json.loads(json.dumps(steps[0], default=vars))"),
    ],
)
def test_dumps_have_what_such_objects_have(dump: str, new: str) -> None:
    made = _whole(_program(reads=f"text = {dump}\nprint(text)"))
    assert f"text = {new}\n" in made


def test_a_class_that_is_tested_for() -> None:
    source = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import RunStepToolCallDetails
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="a")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)


def calls_of(step):
    if isinstance(step.step_details, RunStepToolCallDetails):
        return [call.get("id") for call in step.step_details.tool_calls]
    return []


for step in client.run_steps.list(thread_id=thread.id, run_id=run.id):
    print(calls_of(step))
"""
    made = _whole(source)
    assert 'if step.step_details.type == "tool_calls":\n' in made
    assert 'return [getattr(call, "id", None) for call in' in made
    assert "RunStepToolCallDetails" not in made


@pytest.mark.parametrize(
    ("functions", "reads", "reason"),
    [
        (
            "def f(step):\n    return step.created_at\n",
            "print([f(s) for s in steps.data])",
            "an item carries no time",
        ),
        (
            "def f(call):\n    return call.type == 'bing_grounding'\n",
            "for s in steps:\n    print([f(c) for c in s.step_details.tool_calls])",
            UNTYPED,
        ),
        (
            "def f(x):\n    return x.status\n",
            "print(f(run), [f(s) for s in steps])",
            VAGUE,
        ),
        ("import shop\n", "shop.look(steps)", VAGUE),
        ("def f(step):\n    step.mark = 1\n", "print([f(s) for s in steps])", VAGUE),
        (
            "def f(step):\n    return getattr(step, 'usage', None)\n",
            "known = {}\nfor s in steps:\n    known[s.id] = s\nprint([f(x) for x in known])",
            _ASKED,
        ),
    ],
)
def test_what_items_do_not_have(functions: str, reads: str, reason: str) -> None:
    assert reason in {message for _, message in blockers(_program(functions, reads))}


_RETURNED = """import streamlit as st


def steps_of_run():
    steps = client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id)
    print(f"Steps: {steps}")
    return steps.data
"""


def test_steps_that_go_from_a_function_to_code_out_of_view_are_items() -> None:
    source = _program(_RETURNED, "st.code(steps_of_run())").replace(
        "steps = client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id)\nst.",
        "st.",
    )
    made = _whole(source)
    assert "steps = response.output[::-1]" in made
    assert "callers outside this file now get items instead of run steps" in notes(source)


def test_steps_that_callers_in_view_read_are_not_given_to_them_as_items() -> None:
    made = fix_all(_program(_RETURNED, "print([step.id for step in steps_of_run()])"))
    assert "response.output[::-1]\n    print" not in made
