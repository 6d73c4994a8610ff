"""Objects that keep a run in an attribute keep the response that goes on, and its options."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI


class Clerk:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = self.client.beta.assistants.create(model="gpt-4o")
        self.thread = self.client.beta.threads.create()
        self.run = None

"""
BEGIN = """    def begin(self, instructions):
        self.run = self.client.beta.threads.runs.create(
            thread_id=self.thread.id,
            assistant_id=self.assistant.id,
            instructions=instructions,
        )

"""
HAND_IN = """    def hand_in(self, calls):
        if self.run:
            self.client.beta.threads.runs.submit_tool_outputs(
                thread_id=self.thread.id,
                run_id=self.run.id,
                tool_outputs=[{"tool_call_id": c["id"], "output": "x"} for c in calls],
            )

"""
WAIT = """    def wait(self):
        while True:
            run = self.client.beta.threads.runs.retrieve(
                thread_id=self.thread.id, run_id=self.run.id
            )
            if run.status == "requires_action":
                action = run.required_action.submit_tool_outputs.model_dump()
                self.hand_in(action["tool_calls"])
            elif run.status == "completed":
                break
"""
AFTER = """from functools import partial
from typing import Any

from openai import OpenAI


class Clerk:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = partial(self.client.responses.create, model="gpt-4o")
        self.thread = self.client.conversations.create()
        self.run = None

    def begin(self, instructions):
        self.run_instructions = instructions
        self.run = self.assistant(
            conversation=self.thread.id, instructions=instructions
        )

    def hand_in(self, calls):
        if self.run:
            self.run = self.assistant(
                conversation=self.thread.id,
                input=[
                    {"type": "function_call_output", "call_id": c["id"], "output": "x"}
                    for c in calls
                ],
                instructions=self.run_instructions,
            )

    def wait(self):
        while True:
            response = self.client.responses.retrieve(self.run.id)
            if any(item.type == "function_call" for item in response.output):
                action: dict[str, Any] = {
                    "tool_calls": [
                        {
                            "id": call.call_id,
                            "function": {
                                "arguments": call.arguments,
                                "name": call.name,
                            },
                            "type": "function",
                        }
                        for call in response.output
                        if call.type == "function_call"
                    ]
                }
                self.hand_in(action["tool_calls"])
            elif response.status == "completed" and not any(
                item.type == "function_call" for item in response.output
            ):
                break
"""
STEPS = """
    def steps(self):
        listed = self.client.beta.threads.runs.steps.list(
            thread_id=self.thread.id, run_id=self.run.id
        )
        return [step.id for step in listed.data]
"""


def test_the_attribute_holds_the_response_that_goes_on() -> None:
    becomes(HEAD + BEGIN + HAND_IN + WAIT, AFTER)


def test_items_of_all_rounds_are_kept_for_the_steps() -> None:
    after = fix_all(HEAD + BEGIN + HAND_IN + WAIT + STEPS)
    assert "        self.run_output = list(self.run.output)\n" in after
    assert "            self.run_output += self.run.output\n" in after
    assert "listed = self.run_output[::-1]" in after
    assert "beta" not in after


def test_a_submission_that_is_returned_is_kept_first() -> None:
    returned = HAND_IN.replace(
        "            self.client.beta", "            return self.client.beta"
    )
    after = fix_all(HEAD + BEGIN + returned + WAIT)
    assert "            self.run = self.assistant(\n" in after
    assert "            return self.run\n" in after


def test_an_id_that_is_kept_follows_a_submission_that_is_returned() -> None:
    source = (HEAD + BEGIN + HAND_IN + WAIT).replace("self.run.id", "self.run_id")
    source = source.replace("        self.run = self.client", "        run = self.client")
    source = source.replace(
        "            instructions=instructions,\n        )\n",
        "        )\n        self.run_id = run.id\n",
    ).replace("            self.client.beta", "            return self.client.beta")
    after = fix_all(source)
    assert "            response = self.assistant(\n" in after
    assert "            self.run_id = response.id\n            return response\n" in after
    assert "beta" not in after


def test_a_derived_class_goes_on_with_the_run_of_its_base() -> None:
    derived = "\n\nclass Head(Clerk):\n" + HAND_IN.rstrip() + "\n"
    after = fix_all(HEAD + BEGIN + HAND_IN + WAIT + derived)
    assert after.count("instructions=self.run_instructions") == 2
    assert "beta" not in after


def test_a_run_that_the_object_hands_out_is_not_taken_away() -> None:
    out = "\n    def current(self):\n        return self.run\n"
    after = fix_all(HEAD + BEGIN + HAND_IN + WAIT + out)
    assert "            goes_on(\n                self.run.id,\n" in after
    assert "responses.retrieve(latest_response(self.run.id))" in after


def test_a_name_beside_the_attribute_keeps_the_first_response() -> None:
    begin = BEGIN.replace("        self.run = self", "        run = self").rstrip()
    begin += "\n        self.run = run\n        return run\n\n"
    assert "goes_on(\n                self.run.id," in fix_all(HEAD + begin + HAND_IN + WAIT)


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("class Clerk:", "class Clerk:\n    __slots__ = ('client', 'run')\n"),
        HEAD.replace("class Clerk:", "class Clerk(Base):").replace(
            "    def __init__",
            "    client: OpenAI\n    assistant: str\n    thread: str\n"
            "    run: str\n\n    def __init__",
        ),
    ],
    ids=["slots", "declared"],
)
def test_an_object_that_takes_no_more_attributes_gets_none(head: str) -> None:
    assert "**asked_before(self.run)," in fix_all(head + BEGIN + HAND_IN + WAIT)


def test_a_name_that_is_taken_is_left_alone() -> None:
    used = "\n    def run_instructions(self):\n        return 1\n"
    after = fix_all(HEAD + BEGIN + HAND_IN + WAIT + used)
    assert "self.kept_instructions = instructions" in after


def test_two_ways_to_make_the_run_are_two_ways_to_go_on() -> None:
    other = BEGIN.replace("def begin(self, instructions)", "def again(self, words)").replace(
        "=instructions", "=words"
    )
    assert "**asked_before(self.run)," in fix_all(HEAD + BEGIN + other + HAND_IN + WAIT)


def test_an_assistant_of_a_function_is_handed_on_as_what_it_is() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def main():
    assistant = client.beta.assistants.create(model="gpt-4o")
    assistant_id = assistant.id
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant_id)
    while run.status != "completed":
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        if run.status == "requires_action":
            run = hand_in(thread.id, run.id)


def hand_in(thread_id, run_id):
    outputs = [{"tool_call_id": "c", "output": "x"}]
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=outputs
    )
"""
    after = fix_all(source)
    assert "hand_in(conversation.id, response.id, assistant=assistant)" in after
    assert "def hand_in(thread_id, run_id, assistant):" in after
    assert "return assistant(conversation=thread_id, input=outputs)" in after


def test_a_schema_of_a_model_is_given_again() -> None:
    begin = BEGIN.replace("(self, instructions)", "(self)").replace(
        "            instructions=instructions,\n",
        '            response_format={\n                "type": "json_schema",\n'
        '                "json_schema": {"name": "a", "schema": Answer.model_json_schema()},\n'
        "            },\n",
    )
    head = HEAD.replace("from openai", "from answers import Answer, make\nfrom openai", 1)
    after = fix_all(head + begin + HAND_IN + WAIT)
    assert after.count('"schema": Answer.model_json_schema()') == 2
    called = begin.replace("Answer.model_json_schema()", "make()")
    assert "**asked_before(self.run)," in fix_all(head + called + HAND_IN + WAIT)
