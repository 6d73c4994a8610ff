"""What a run is given under a condition: in its own call, and when tool outputs are handed in."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

AGAIN = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, extra=None):
    args = {"thread_id": thread_id, "assistant_id": assistant_id}
    if extra:
        args["instructions"] = extra
    run = client.beta.threads.runs.create_and_poll(**args)
    while run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "1"})
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return messages.data[0].content[0].text.value
"""

AGAIN_AFTER = '''import json
from pathlib import Path
from typing import Any

from openai import OpenAI
from openai.types.responses import ResponseInputItemParam


def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}


client = OpenAI()


def ask(thread_id, assistant_id, extra=None):
    args: dict[str, Any] = {}
    if extra:
        args["instructions"] = extra
    response = client.responses.create(
        **{**definition_of(assistant_id), **args},
        conversation=thread_id,
    )
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs: list[ResponseInputItemParam] = []
        for call in calls:
            outputs.append(
                {"type": "function_call_output", "call_id": call.call_id, "output": "1"}
            )
        response = client.responses.create(
            **{**definition_of(assistant_id), **args},
            conversation=thread_id,
            input=outputs,
        )
    return response.output_text
'''

PUT = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, extra=None, brief=False, most=None):
    params = dict(thread_id=thread_id, assistant_id=assistant_id)
    if extra:
        params["additional_instructions"] = extra
    if brief:
        params.update(instructions="Be brief.")
    else:
        params["instructions"] = "Take your time."
    if most is not None:
        params.update({"max_completion_tokens": most})
        params["max_prompt_tokens"] = most
    run = client.beta.threads.runs.create_and_poll(**params)
    return run.status


def add(thread_id, assistant_id, text=""):
    params = {"thread_id": thread_id}
    params.update({"assistant_id": assistant_id, "temperature": 0.5})
    if text:
        params['additional_messages'] = [{"role": "user", "content": text}]
        params["tool_choice"] = {"type": "function", "function": {"name": "look"}}
    return client.beta.threads.runs.create_and_poll(**params).status
"""

PUT_AFTER = '''import json
from pathlib import Path
from typing import Any

from openai import OpenAI


def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}


client = OpenAI()


def ask(thread_id, assistant_id, extra=None, brief=False, most=None):
    params: dict[str, Any] = {}
    if extra:
        params["input"] = [{"role": "developer", "content": extra}]
    if brief:
        params.update(instructions="Be brief.")
    else:
        params["instructions"] = "Take your time."
    if most is not None:
        params["max_output_tokens"] = most
    response = client.responses.create(
        **{**definition_of(assistant_id), **params},
        conversation=thread_id,
    )
    return response.status


def add(thread_id, assistant_id, text=""):
    params: dict[str, Any] = {}
    if text:
        params["input"] = [{"type": "message", "role": "user", "content": text}]
        params["tool_choice"] = {"type": "function", "name": "look"}
    return client.responses.create(
        **{**definition_of(assistant_id), "temperature": 0.5, **params},
        conversation=thread_id,
    ).status
'''

_APART = "messages and instructions are given under conditions of their own: put both into `input`"


def test_the_response_that_goes_on_is_given_the_same() -> None:
    becomes(AGAIN, AGAIN_AFTER)


def test_what_only_the_first_response_gets_is_told_apart() -> None:
    first = '        args["additional_instructions"] = extra\n'
    mixed = AGAIN.replace('        args["instructions"] = extra\n', first)
    assert not blockers(mixed)
    mixed = AGAIN.replace("    if extra:\n", "    if extra:\n" + first)
    assert "**asked_before(" in fix_all(mixed)


def test_all_ways_to_put_something_into_the_dictionary() -> None:
    becomes(PUT, PUT_AFTER)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            "    if brief:\n",
            '    if most:\n        params["additional_messages"] = []\n    if brief:\n',
            _APART,
        ),
        (
            "    return run.status\n\n\ndef",
            '    params["model"] = "gpt-4o"\n    return run.status\n\n\ndef',
            "thread and agent are not both given by name or position",
        ),
        (
            'params.update({"max',
            'params.update(**{"max',
            "thread and agent are not both given by name or position",
        ),
    ],
    ids=["two that become the input", "put in after the call", "unpacked again"],
)
def test_what_is_not_certain(old: str, new: str, reason: str) -> None:
    assert old in PUT
    assert reason in {message for _, message in blockers(PUT.replace(old, new))}


HANDLER = """from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value)


def ask(thread_id, assistant_id, extra=None):
    args = {"thread_id": thread_id, "assistant_id": assistant_id}
    if extra:
        args["additional_instructions"] = extra
    with client.beta.threads.runs.stream(**args, event_handler=Handler()) as stream:
        stream.until_done()
"""

ANSWERING = """from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Handler(AssistantEventHandler):
    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            self.handle(event.data)

    def handle(self, data):
        outputs = []
        for tool in data.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": tool.id, "output": "57"})
        with client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=self.current_run.thread_id,
            run_id=self.current_run.id,
            tool_outputs=outputs,
            event_handler=Handler(),
        ) as stream:
            for text in stream.text_deltas:
                print(text, end="", flush=True)


def ask(thread_id, assistant_id, extra=None):
    args = {"thread_id": thread_id, "assistant_id": assistant_id}
    if extra:
        args["instructions"] = extra
    with client.beta.threads.runs.stream(**args, event_handler=Handler()) as stream:
        stream.until_done()
"""


def test_streams_are_given_what_the_dictionary_holds() -> None:
    after = fix_all(HANDLER)
    assert '        args["input"] = [{"role": "developer", "content": extra}]\n' in after
    assert "**{**definition_of(assistant_id), **args}," in after
    assert "beta" not in after


def test_responses_of_a_handler_would_not_get_it() -> None:
    reason = "`instructions` is given under a condition, and the handler's responses would not get"
    reason += " it"
    assert reason in {message for _, message in blockers(ANSWERING)}
    assert fix_all(ANSWERING) == ANSWERING
