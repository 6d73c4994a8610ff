"""Tool calls that a program goes on reading as it did: objects made of the items that ask."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import first, fix_all, fix_singly

_PROGRAM = """import json
from concurrent.futures import ThreadPoolExecutor

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", tools=TOOLS)


{functions}

thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
while run.status == "requires_action":
    outputs = []
{body}
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        thread_id=thread.id, run_id=run.id, tool_outputs=outputs
    )
"""
_CALLS = "run.required_action.submit_tool_outputs.tool_calls"
_HANDLE = """def handle(call):
    args = json.loads(call.function.arguments)
    return {"tool_call_id": call.id, "output": FUNCTIONS[call.function.name](**args)}
"""


def _program(body: str, functions: str = _HANDLE) -> str:
    indented = "".join(f"    {line}\n" for line in body.split("\n")).rstrip()
    source = _PROGRAM.format(functions=functions, body=indented)
    return source.replace("TOOLS", '[{"type": "function", "function": {"name": "f"}}]')


def _whole(source: str) -> str:
    assert not blockers(source)
    made = fix_all(source)
    assert "beta" not in made
    assert fix_singly(source, None, first) == made
    return made


@pytest.mark.parametrize(
    "body",
    [
        f"known = {{c.id: c for c in {_CALLS}}}\noutputs += [handle(c) for c in known.values()]",
        f"a = []\nfor c in {_CALLS}:\n    a.append(c)\nwhile a:\n    outputs += [handle(a.pop())]",
        (
            f"with ThreadPoolExecutor() as pool:\n    found = {{pool.submit(handle, c): c for c in "
            f"{_CALLS}}}\n    for future in found:\n        outputs.append("
            '{"tool_call_id": found[future].id, "output": "x"})'
        ),
        f"for c in {_CALLS}:\n    fields = c.__dict__.copy()\n    outputs.append(handle(c))",
        (
            f"for c in {_CALLS}:\n    c.function.arguments = json.loads(c.function.arguments)\n"
            "    print(c.function.arguments)"
        ),
        f"a = {_CALLS}\nfor c in list(a):\n    a.remove(c)\n    outputs.append(handle(c))",
    ],
)
def test_reads_that_are_not_followed_stay(body: str) -> None:
    source = _program(body)
    made = _whole(source)
    assert "def calls_of(response: Any) -> list[SimpleNamespace]:\n" in made
    assert " := calls_of(response):\n" in made
    assert "call.function.name](**args)" in made
    assert made.count(".call_id") == 1
    assert any(note.startswith("tool calls are objects with the fields") for note in notes(source))


def test_where_all_reads_are_followed_calls_are_items() -> None:
    made = _whole(_program(f"for c in {_CALLS}:\n    outputs.append(handle(c))"))
    assert "calls_of" not in made
    assert "args = json.loads(call.arguments)\n" in made


@pytest.mark.parametrize(
    ("dump", "new"),
    [
        ("c.model_dump_json(indent=2)", "json.dumps(c, default=vars, indent=2)"),
        ("c.function.to_dict()", "json.loads(json.dumps(c.function, default=vars))"),
    ],
)
def test_dumps(dump: str, new: str) -> None:
    body = f"known = {{c.id: c for c in {_CALLS}}}\nfor c in {_CALLS}:\n    print({dump})"
    assert f"print({new})" in _whole(_program(body))


def test_annotations_and_tests_for_the_class() -> None:
    functions = """from openai.types.beta.threads import RequiredActionFunctionToolCall


def handle(call: RequiredActionFunctionToolCall):
    assert isinstance(call, RequiredActionFunctionToolCall)
    return {"tool_call_id": call.id, "output": "x"}
"""
    body = f"for c in {_CALLS}:\n    c.done = len(vars(c))\n    outputs.append(handle(c))"
    made = _whole(_program(body, functions))
    assert "def handle(call: SimpleNamespace)" in made
    assert "assert isinstance(call, SimpleNamespace)\n" in made


def test_a_test_of_what_is_not_in_view_is_left_to_a_person() -> None:
    functions = """from openai.types.beta.threads import RequiredActionFunctionToolCall


def handle(call):
    return isinstance(call, RequiredActionFunctionToolCall)
"""
    body = f"known = {{c.id: c for c in {_CALLS}}}\nprint([handle(c) for c in known])"
    assert blockers(_program(body, functions))


def test_another_object_that_is_read_in_one_place_with_a_call() -> None:
    body = (
        f"known = {{c.id: c for c in {_CALLS}}}\n"
        "for one in [*known.values(), thread]:\n    print(one.id)\n"
        f"for one in [thread, {_CALLS}[0]]:\n    print(one.id)"
    )
    assert blockers(_program(body))


def test_approvals_are_no_such_calls() -> None:
    source = _program(f"known = {{c.id: c for c in {_CALLS}}}").replace(
        "tool_outputs=outputs", "tool_approvals=outputs"
    )
    assert "calls_of" not in fix_all(source)


def test_the_type_of_a_required_action_is_what_it_always_was() -> None:
    body = f"print(run.required_action.type)\nfor c in {_CALLS}:\n    outputs.append(handle(c))"
    assert 'print("submit_tool_outputs")\n' in _whole(_program(body))


def test_other_fields_of_an_output_go() -> None:
    body = (
        f"for c in {_CALLS}:\n"
        '    outputs.append({"tool_call_id": c.id, "name": c.function.name, "output": "x"})'
    )
    source = _program(body, "")
    made = _whole(source)
    assert '{"type": "function_call_output", "call_id": c.call_id, "output": "x"}' in made
    assert any("`name` is left out" in note for note in notes(source))


def test_other_fields_that_do_something_stay() -> None:
    body = (
        f'for c in {_CALLS}:\n    outputs.append({{"tool_call_id": c.id, "n": f(), "output": ""}})'
    )
    reason = "this output of a tool call has other fields than id and output"
    assert reason in {message for _, message in blockers(_program(body, ""))}


@pytest.mark.parametrize(
    "more", ["", "\nprint({c.id: c for c in action.submit_tool_outputs.tool_calls})"]
)
def test_a_dump_of_what_a_named_action_asks_for(more: str) -> None:
    body = (
        "action = run.required_action\ndump = action.submit_tool_outputs.model_dump()\n"
        'for c in dump["tool_calls"]:\n    outputs.append({"tool_call_id": c["id"], "output": ""})'
    )
    made = _whole(_program(body + more, ""))
    assert "model_dump" not in made
    assert '"tool_calls": [' in made
