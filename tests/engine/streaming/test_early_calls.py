"""Callbacks that are told of a function's call while the response goes on."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """\
import json

from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Answers(AssistantEventHandler):
    def __init__(self, thread_id: str, assistant_id: str):
        super().__init__()
        self.thread_id = thread_id
        self.assistant_id = assistant_id
        self.outputs = []
        self.call_id = None

    def on_text_delta(self, delta, snapshot):
        print(delta.value, end="")

"""
TAIL = """

def ask(thread_id: str, assistant_id: str) -> None:
    handler = Answers(thread_id, assistant_id)
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id, event_handler=handler
    ) as stream:
        stream.until_done()
"""
COLLECTS = """\
    def on_tool_call_done(self, tool_call):
        if tool_call.type == "function":
            said = json.loads(tool_call.function.arguments)
            self.outputs.append({"tool_call_id": tool_call.id, "output": str(said)})

"""
SUBMITS = """\
            with client.beta.threads.runs.submit_tool_outputs_stream(
                thread_id=self.thread_id,
                run_id=run.id,
                tool_outputs=self.outputs,
                event_handler=Answers(self.thread_id, self.assistant_id),
            ) as stream:
                stream.until_done()
"""
AT_THE_END = """\
    def on_end(self):
        run = self.current_run
        if run.status == "requires_action":
"""
GOES_ON = "the response goes on when this callback is called"


def reasons(program: str) -> str:
    return "\n".join(message for _, message in blockers(program))


def test_calls_are_collected_and_answered_at_the_end() -> None:
    result = fix_all(HEAD + COLLECTS + AT_THE_END + SUBMITS + TAIL)

    assert '{"tool_call_id": tool_call.call_id, "output": str(said)}' in result
    assert '"call_id": output["tool_call_id"]' in result
    assert "beta" not in result


@pytest.mark.parametrize("name", ["call_id", "self.call_id"])
def test_ids_are_kept_for_the_outputs(name: str) -> None:
    body = (
        f"            {name} = tool_call.id\n"
        f'            self.outputs.append({{"tool_call_id": {name}, "output": "yes"}})\n\n'
    )
    head = '    def on_tool_call_done(self, tool_call):\n        if tool_call.type == "function":\n'
    result = fix_all(HEAD + head + body + AT_THE_END + SUBMITS + TAIL)

    assert "call_id = tool_call.call_id\n" in result


@pytest.mark.parametrize(
    "use",
    [
        "self.call_id = tool_call.id  # pieces of calls have this id, too",
        "keep(tool_call.id)  # what it is used for is not in view",
    ],
)
def test_ids_with_other_uses_are_left_to_a_person(use: str) -> None:
    body = f"""\
    def on_tool_call_done(self, tool_call):
        if tool_call.type == "function":
            {use}
            self.outputs.append({{"tool_call_id": self.call_id, "output": "yes"}})

    def is_of(self, other):
        return other.id == self.call_id

"""
    found = reasons(HEAD + body + AT_THE_END + SUBMITS + TAIL)

    assert "`id` of a tool call has no counterpart here" in found


def test_an_id_of_whatever_call_is_left_to_a_person() -> None:
    body = (
        "    def on_tool_call_done(self, tool_call):\n"
        '        self.outputs.append({"tool_call_id": tool_call.id, "output": "yes"})\n\n'
    )
    assert "`id` of a tool call" in reasons(HEAD + body + AT_THE_END + SUBMITS + TAIL)


@pytest.mark.parametrize("callback", ["on_tool_call_done", "on_tool_call_created"])
def test_nothing_is_handed_in_before_the_end(callback: str) -> None:
    body = f"""\
    def {callback}(self, tool_call):
        run = client.beta.threads.runs.retrieve(
            thread_id=self.thread_id, run_id=self.current_run.id
        )
        if run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            self.outputs = [{{"tool_call_id": call.id, "output": "yes"}} for call in calls]
"""
    found = reasons(HEAD + body + SUBMITS + TAIL)

    assert f"{GOES_ON}: ask for it at the end of the stream" in found
    assert f"{GOES_ON}: collect the calls, and hand in their outputs" in found


def test_nothing_is_handed_in_by_a_method_on_the_way() -> None:
    body = """\
    def on_tool_call_done(self, tool_call):
        if tool_call.type == "function":
            self.outputs.append({"tool_call_id": tool_call.id, "output": "yes"})
            self.hand_in()

    def hand_in(self):
        run = self.current_run
        if run:
"""
    assert GOES_ON in reasons(HEAD + body + SUBMITS + TAIL)


def test_a_run_that_is_fetched_at_the_end_is_the_one_that_came() -> None:
    body = """\
    def on_end(self):
        run = client.beta.threads.runs.retrieve(
            thread_id=self.thread_id, run_id=self.current_run.id
        )
        print(run.status)
"""
    result = fix_all(HEAD + body + TAIL)

    assert "client.responses.retrieve(self.current_run.id)" in result
    assert "self.current_run = event.response" in result
