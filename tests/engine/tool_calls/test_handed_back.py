"""Functions that hand in outputs for a run of their callers return the response that goes on."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """import time

from openai import OpenAI

client = OpenAI()


"""
ANSWER = """def answer(thread_id, run_id, calls):
    outputs = [{"tool_call_id": call.id, "output": "x"} for call in calls]
    client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=outputs
    )


"""
ASK = """def ask(thread_id):
    assistant = client.beta.assistants.create(model="gpt-4o")
    run = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant.id
    )
    wait(thread_id, run.id)


"""
WAIT = """def wait(thread_id, run_id):
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        if run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            answer(thread_id, run_id, calls)
        elif run.status == "completed":
            break
        time.sleep(1)
"""
AFTER = """import time
from functools import partial

from openai import OpenAI
from openai.types.responses import ResponseInputItemParam

client = OpenAI()


def answer(thread_id, run_id, calls, assistant):
    outputs: list[ResponseInputItemParam] = [
        {"type": "function_call_output", "call_id": call.call_id, "output": "x"}
        for call in calls
    ]
    return assistant(conversation=thread_id, input=outputs).id


def ask(thread_id):
    assistant = partial(client.responses.create, model="gpt-4o")
    response = assistant(conversation=thread_id)
    wait(thread_id, response.id, assistant=assistant)


def wait(thread_id, run_id, assistant):
    while True:
        response = client.responses.retrieve(run_id)
        if any(item.type == "function_call" for item in response.output):
            calls = [item for item in response.output if item.type == "function_call"]
            run_id = answer(thread_id, run_id, calls, assistant=assistant)
        elif response.status == "completed" and not any(
            item.type == "function_call" for item in response.output
        ):
            break
        time.sleep(1)
"""
PROGRAM = HEAD + ANSWER + ASK + WAIT


def test_the_id_goes_back_and_the_definition_goes_on() -> None:
    becomes(PROGRAM, AFTER)
    assert "`answer` returns the id of the response that goes on now" in notes(PROGRAM)


def test_the_run_that_a_caller_fetches_by_its_id() -> None:
    program = PROGRAM.replace(
        "answer(thread_id, run_id, calls)\n        elif",
        "answer(thread_id, run.id, calls)\n        elif",
    )

    assert "run_id = answer(thread_id, response.id, calls, assistant=assistant)" in fix_all(program)


def test_a_name_that_keeps_the_id_follows() -> None:
    program = (
        HEAD
        + ANSWER
        + """def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id="asst_1")
    run_id = run.id
    while run.status != "completed":
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        if run.status == "requires_action":
            answer(thread_id, run_id, run.required_action.submit_tool_outputs.tool_calls)
"""
    )
    after = fix_all(program)
    assert "response = answer(" in after
    assert "            )\n            run_id = response.id\n" in after


def test_where_nothing_is_handed_in_the_run_is_as_it_was() -> None:
    program = (
        HEAD
        + """def answer(thread, run):
    if not run.required_action:
        return
    outputs = []
    try:
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "x"})
        client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    except ValueError as error:
        print(error)


def ask(thread):
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id="asst_1")
    while run.status != "completed":
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        answer(thread, run)


ask(client.beta.threads.create())
"""
    )
    after = fix_all(program)
    assert "        return run\n    outputs" in after
    assert "        run = client.responses.create(\n" in after
    assert "        print(error)\n    return run\n" in after
    assert "        response = answer(thread, response)\n" in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the caller's caller reads the run again
        ("    wait(thread_id, run.id)\n", "    wait(thread_id, run.id)\n    print(run.usage)\n"),
        # another way to call it
        ("def wait(", "HANDLERS = [answer]\n\n\ndef wait("),
        # the result is used already
        (
            "            answer(thread_id, run_id, calls)\n",
            "            print(answer(thread_id, run_id, calls))\n",
        ),
        ("def answer(", "def answer2(assistant):\n    pass\n\n\n@cached\ndef answer("),
    ],
)
def test_callers_that_cannot_take_it(old: str, new: str) -> None:
    assert old in PROGRAM
    program = PROGRAM.replace(old, new)

    found = [m for _, m in blockers(program)]
    kept = "goes_on(run_id, assistant(" in fix_all(program)
    assert kept or any("first response" in m or "at hand" in m for m in found)


def test_a_function_that_has_the_name_of_the_definition_already() -> None:
    program = PROGRAM.replace("    while True:", '    assistant = "me"\n    while True:').replace(
        "            break", "            print(assistant)\n            break"
    )

    assert "**asked_before(" in fix_all(program)


def test_an_id_that_an_object_keeps() -> None:
    program = """from openai import OpenAI


class Desk:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, thread_id):
        run = self.client.beta.threads.runs.create(thread_id=thread_id, assistant_id="asst_1")
        self.run_id = run.id
        while True:
            run = self.client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=self.run_id)
            if run.status == "completed":
                break
            self.answer(thread_id, run.required_action.submit_tool_outputs.tool_calls)

    def answer(self, thread_id, calls):
        outputs = [{"tool_call_id": call.id, "output": "x"} for call in calls]
        self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=self.run_id, tool_outputs=outputs
        )
"""
    assert "        self.run_id = self.client.responses.create(\n" in fix_all(program)
    copied = program.replace(
        "        while True:", "        mine = self.run_id\n        while True:"
    )
    assert "        goes_on(\n            self.run_id,\n" in fix_all(copied)


def test_beside_an_agent_the_loop_goes_on_with_its_response() -> None:
    program = """import time

from openai import AzureOpenAI

client = AzureOpenAI()


def answer(thread_id, run_id, calls):
    outputs = [{"tool_call_id": call.id, "output": "x"} for call in calls]
    client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=outputs
    )


def ask(thread_id):
    assistant = client.beta.assistants.create(name="helper", model="gpt-4o")
    run = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant.id
    )
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            break
        elif run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            answer(thread_id, run.id, calls)
        time.sleep(1)
"""
    after = fix_all(program)
    assert "def answer(thread_id, run_id, calls, agent):\n" in after
    assert "response = answer(thread_id, response.id, calls, agent=agent)\n" in after
    assert "retrieve(" not in after
    by_id = program.replace("answer(thread_id, run.id, calls)", "wait(thread_id, run.id)") + (
        "\n\ndef wait(thread_id, run_id):\n    answer(thread_id, run_id, [])\n"
    )
    assert fix_all(by_id) == by_id


OF_CLASS = """from openai import OpenAI

from agents.base import Agent


class Helper(Agent):
    def __init__(self):
        self.client = OpenAI()

    def ask(self, thread_id):
        run = self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id="asst_1"
        )
        while run.status != "completed":
            run = self.client.beta.threads.runs.retrieve(
                thread_id=thread_id, run_id=run.id
            )
            if run.status == "requires_action":
                self._answer(run, thread_id)

    def _answer(self, run, thread_id):
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": look(call.function.name)})
        self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
"""


def test_own_methods_of_a_class_are_not_called_by_its_bases() -> None:
    after = fix_all(OF_CLASS)
    assert "response = self._answer(response, thread_id)" in after
    assert "return self.client.responses.create(" in after
    public = OF_CLASS.replace("_answer", "answer")
    assert "                self.answer(response, thread_id)\n" in fix_all(public)
    assert "            run.id,\n            self.client.responses.create(" in fix_all(public)
    plain = public.replace("from agents.base import Agent", "from abc import ABC")
    assert "response = self.answer(response" in fix_all(plain.replace("(Agent)", "(ABC)"))


def test_a_new_response_that_nobody_hears_of_is_not_handed_back() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def step(thread_id, run_id):
    run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
    if run.status == "requires_action":
        answer(thread_id, run)
        return "again"
    return run.status


def answer(thread_id, run):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "1"})
    client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )
"""
    assert fix_all(source) == source
    told = source.replace('        return "again"\n', "")
    assert fix_all(told) == told
    told = told.replace("return run.status", "return run")
    assert "response = answer(thread_id, response)" in fix_all(told)
