"""Who goes on with tool outputs is what the response before says, where nothing else tells it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HELPER = '''

def asked_before(response: Response) -> dict[str, Any]:
    """What a response was asked with, for the one that goes on with its tool outputs."""
    asked = response.to_dict(exclude_none=True)
    names = [
        "model",
        "instructions",
        "tools",
        "temperature",
        "top_p",
        "text",
        "reasoning",
    ]
    names += ["parallel_tool_calls", "max_output_tokens", "truncation"]
    defaults: tuple[Any, ...] = (None, {}, 1.0, True, "disabled")
    return {n: asked[n] for n in names if asked.get(n) not in defaults}


'''
WAIT = """import json
import time

from openai import OpenAI

client = OpenAI()


def finish(thread_id, run_id):
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        if run.status == "completed":
            break
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                size = len(json.loads(call.function.arguments))
                outputs.append({"tool_call_id": call.id, "output": str(size)})
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run_id, tool_outputs=outputs
            )
        time.sleep(1)
"""


def test_a_run_that_is_made_in_another_file() -> None:
    becomes(
        WAIT,
        f"""import json
from typing import Any

from openai import OpenAI
from openai.types.responses import Response, ResponseInputItemParam
{HELPER}client = OpenAI()


def finish(thread_id, run_id):
    response = client.responses.retrieve(run_id)
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs: list[ResponseInputItemParam] = []
        for call in calls:
            size = len(json.loads(call.arguments))
            outputs.append(
                {{
                    "type": "function_call_output",
                    "call_id": call.call_id,
                    "output": str(size),
                }}
            )
        response = client.responses.create(
            **asked_before(response),
            conversation=thread_id,
            input=outputs,
        )
""",
    )
    assert any("its model, instructions, tools and options" in note for note in notes(WAIT))


def test_in_foundry_the_agent_has_to_be_known() -> None:
    azure = WAIT.replace("OpenAI", "AzureOpenAI")
    said = [text for _, text in blockers(azure)]
    assert any("which agent goes on with the tool outputs is not known" in text for text in said)


STATE = """from openai import OpenAI

client = OpenAI()


def state(thread, run):
    return client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id).status


def answer(thread, run):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "4"})
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread.id, run_id=run.id, tool_outputs=outputs
    )


def ask(assistant_id, thread):
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant_id)
    return settle(thread, run)


def settle(thread, run):
    while state(thread, run) == "requires_action":
        run = answer(thread, run)
    return run
"""


def test_a_status_that_another_function_compares() -> None:
    """Nothing tells of the calls where only the status is looked at."""
    found = blockers(STATE)
    assert (25, "a response has no status `requires_action`: test for its calls") in found


ANSWERS = (
    *('{"tool_call_id": call.id, "output": call.text}', "made(call.id, call.text)"),
    *('{"tool_call_id": known, "output": call.text}', "made(known, call.text)"),
    *('{"tool_call_id": str(call.id), "output": ""}', '{"tool_call_id": f"{known}", "output": ""}'),
    *(
        'dict(tool_call_id=call.id, output="")',
        '{"tool_call_id": getattr(call, "id"), "output": ""}',
    ),
)


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_id_of_a_call_from_out_of_view(answer: str) -> None:
    program = f"""from openai import OpenAI

client = OpenAI()


def made(name, text):
    return {{"tool_call_id": name, "output": text}}


def answer(thread_id, run_id, call):
    known = call.id
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id,
        run_id=run_id,
        tool_outputs=[{answer}],
    )
"""
    assert any("comes from out of view" in text for _, text in blockers(program))


def test_options_of_the_response_before_are_given_again() -> None:
    class Before:
        def __init__(self, **asked: object) -> None:
            self.asked = asked

        def to_dict(self, *, exclude_none: bool) -> dict[str, object]:
            assert exclude_none
            return self.asked

    known: dict[str, Any] = {"Response": Before, "Any": Any}
    exec(HELPER, known)  # what the fix above writes
    asked = known["asked_before"]
    options = {"model": "gpt-4o", "parallel_tool_calls": False, "max_output_tokens": 100}
    plain = {"parallel_tool_calls": True, "truncation": "disabled", "temperature": 1.0}
    assert asked(Before(**options, truncation="auto")) == {**options, "truncation": "auto"}
    assert asked(Before(model="gpt-4o", **plain)) == {"model": "gpt-4o"}


ELSEWHERE = """from openai import OpenAI

client = OpenAI()


def hand_in(thread_id, run_id, calls):
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id,
        run_id=run_id,
        tool_outputs=[{"tool_call_id": c.id, "output": "4"} for c in calls],
    )


def finish(thread, run):
    while run.status in ("queued", "in_progress", "requires_action"):
        if run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            run = hand_in(thread.id, run.id, calls)
        else:
            run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
    return run


def start(thread):
    return client.beta.threads.runs.create(
        thread_id=thread.id,
        assistant_id="asst_1",
        truncation_strategy={"type": "last_messages", "last_messages": 3},
    )
"""


def test_who_goes_on_with_a_run_waits_for_who_may_make_it() -> None:
    """Also where the name of the run holds later what goes on with it."""
    assert fix_all(ELSEWHERE) == ELSEWHERE
    assert "beta" not in fix_all(ELSEWHERE.replace('"last_messages", "last_messages": 3', '"auto"'))
