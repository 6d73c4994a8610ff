"""An output that one branch makes in place, and another one gets, has no type that both have."""

from __future__ import annotations

from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        if call.function.name == "a":
            output = made(call.id)
        else:
            output = {"tool_call_id": call.id, "output": ""}
        outputs.append(output)
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )
    print(run.status)


def made(call_id):
    return {"tool_call_id": call_id, "output": "x"}
"""


def test_no_branch_says_what_another_does_not_give() -> None:
    after = fix_all(SOURCE)
    assert "            output = {\n" in after
    assert "output: ResponseInputItemParam" not in after
    assert "beta" not in after


def test_literals_alone_say_what_they_are() -> None:
    source = SOURCE.replace("made(call.id)", '{"tool_call_id": call.id, "output": "x"}')
    assert "output: ResponseInputItemParam" in fix_all(source)
