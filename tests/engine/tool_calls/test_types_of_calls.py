"""The type of a tool call, which was a `function`, is shown and kept as it was."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_PROGRAM = """\
from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    if run.status == "requires_action":
        for call in run.required_action.submit_tool_outputs.tool_calls:
            kind, name = call.type, call.function.name
            print(f"{call.type}: {name}", kind)
            if call.type == "function":
                print(name)
"""


def test_the_type_of_a_call_is_the_old_word() -> None:
    after = fix_all(_PROGRAM)

    assert 'kind, name = call.type.removesuffix("_call"), call.name' in after
    assert "print(f\"{call.type.removesuffix('_call')}: {name}\", kind)" in after
    assert 'if call.type == "function_call":' in after
