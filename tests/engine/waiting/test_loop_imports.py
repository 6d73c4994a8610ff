"""Imports that stand within a loop that waits for a run."""

from __future__ import annotations

from tests.engine.checks import becomes

BEFORE = """from openai import OpenAI

from tools import answers

client = OpenAI()
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            break
        elif run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            outputs = [{{"tool_call_id": c.id, "output": answers[c.function.name]}} for c in calls]
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        elif run.status == "failed":
            return "failed"
        # wait
        import time
        time.sleep(1)
    {0}
"""
AFTER = """from functools import partial

from openai import OpenAI
from openai.types.responses import ResponseInputItemParam

from tools import answers

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")


def ask(thread_id):
    response = assistant(conversation=thread_id)
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs: list[ResponseInputItemParam] = [
            {{
                "type": "function_call_output",
                "call_id": c.call_id,
                "output": answers[c.name],
            }}
            for c in calls
        ]
        response = assistant(conversation=thread_id, input=outputs)
    # wait
    if response.status == "completed":
        pass
    elif response.status == "failed":
        return "failed"{0}
"""


def test_it_goes_with_the_pause() -> None:
    becomes(BEFORE.format("return run.status"), AFTER.format("\n    return response.status"))


def test_it_stays_for_what_reads_it() -> None:
    becomes(
        BEFORE.format("return time.time()"),
        AFTER.format("\n    import time\n    return time.time()"),
    )
