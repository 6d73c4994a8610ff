"""Runs whose new response reaches nobody: the program keeps which response followed which."""

from __future__ import annotations

import ast

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

BOT = """import json
import time

from openai import OpenAI


class Bot:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = self.client.beta.assistants.create(model="gpt-4o")
        self.thread = self.client.beta.threads.create()

    def ask(self):
        run = self.client.beta.threads.runs.create(
            thread_id=self.thread.id, assistant_id=self.assistant.id
        )
        while True:
            state = self.check(run.id)
            if state.status == "completed":
                return "done"
            elif state.status == "requires_action":
                self.handle(run.id)
            else:
                time.sleep(1)

    def check(self, run_id):
        return self.client.beta.threads.runs.retrieve(thread_id=self.thread.id, run_id=run_id)

    def handle(self, run_id):
        run = self.check(run_id)
        for call in run.required_action.submit_tool_outputs.tool_calls:
            self.hand_in(run.id, call.id, json.loads(call.function.arguments))

    def hand_in(self, run_id, call_id, output):
        self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=self.thread.id,
            run_id=run_id,  # of the run
            tool_outputs=[{"tool_call_id": call_id, "output": json.dumps(output)}],
        )
"""
HELPERS = '''followed_by: dict[str, str] = {}


def latest_response(response_id: str) -> str:
    """The last response of those that went on with this one, each with tool outputs."""
    while response_id in followed_by:
        response_id = followed_by[response_id]
    return response_id


def goes_on(response_id: str, response: Response) -> Response:
    """Keeps that a response goes on with the tool outputs of another one, and returns it."""
    followed_by[latest_response(response_id)] = response.id
    return response
'''


def test_two_levels_below_who_fetches_it() -> None:
    after = fix_all(BOT)
    becomes(BOT, after)
    assert after.count(HELPERS) == 1
    assert "return self.client.responses.retrieve(latest_response(run_id))\n" in after
    assert (
        "        goes_on(\n            run_id,  # of the run\n            self.assistant(" in after
    )
    assert "beta" not in after
    assert any("in this process only" in note for note in notes(BOT))


def test_a_second_file_of_the_same_kind_uses_what_is_there() -> None:
    again = fix_all(BOT) + BOT[BOT.index("\n\nclass Bot") :].replace("Bot", "Other")
    after = fix_all(again)
    assert after.count("def goes_on(") == 1
    assert after.count("goes_on(\n") == 2
    assert "beta" not in after


def test_an_object_that_has_the_id_itself() -> None:
    put = "        self.run_id = run.id\n        while True:\n"
    kept = BOT.replace("        while True:\n", put)
    kept = kept.replace("self.check(run.id)", "self.check(self.run_id)")
    after = fix_all(kept)
    becomes(kept, after)
    assert "            state = self.check(self.run_id)\n" in after
    assert "        goes_on(\n            run_id,  # of the run\n            self.assis" in after


def test_a_name_beside_that_of_the_run() -> None:
    put = "        kept = run.id\n        while True:\n"
    kept = BOT.replace("        while True:\n", put).replace(
        "self.check(run.id)", "self.check(kept)"
    )
    after = fix_all(kept)
    becomes(kept, after)
    assert "responses.retrieve(latest_response(run_id))\n" in after


@pytest.mark.parametrize("place", ["self.runs[1]", "self.runs.get(1)", "session['run']", "pair[0]"])
def test_an_id_that_is_kept_where_it_is_not_followed_blocks(place: str) -> None:
    put = f"        {place} = run.id\n        while True:\n".replace(".get(1)", "[1]")
    kept = BOT.replace("        while True:\n", put).replace(
        "self.check(run.id)", f"self.check({place})"
    )
    assert "this is still the first response" in str(blockers(kept))
    assert "responses" not in fix_all(kept)
    poll = "self.client.beta.threads.runs.retrieve(thread_id=self.thread.id, run_id="
    direct = kept.replace(f"self.check({place})", f"{poll}{place})")
    assert "this is still the first response" in str(blockers(direct))


def test_awaited() -> None:
    source = (
        BOT.replace("OpenAI", "AsyncOpenAI")
        .replace("    def ", "    async def ")
        .replace("async def __init__", "def __init__")
        .replace("self.client.beta.threads.runs", "await self.client.beta.threads.runs")
        .replace("= self.check(", "= await self.check(")
        .replace("    self.ha", "    await self.ha")
    )
    made = source[source.index("        self.assistant") : source.index("\n    async def ask")]
    source = source.replace(made, "").replace("self.thread.id", '"thread_1"')
    source = source.replace("self.assistant.id", '"asst_1"')
    after = fix_all(source)
    ast.parse(after)
    assert "            await self.client.responses.create(" in after
    assert "beta" not in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    def check(", "    @task\n    def check("),
        ("    def hand_in(", "    @task\n    def hand_in("),
        ("self.handle(run.id)", "queue.put(self.handle)"),
        (
            'return "done"',
            "return self.client.beta.threads.runs.steps.list(run.id, thread_id=self.thread.id)",
        ),
        ('return "done"', "return [m for m in messages() if m.run_id == run.id]"),
    ],
    ids=["task", "handed on", "queued", "steps", "messages"],
)
def test_what_may_come_from_another_process_or_asks_otherwise_blocks(old: str, new: str) -> None:
    source = BOT.replace(old, new)
    assert source != BOT
    assert blockers(source)
    assert "goes_on" not in fix_all(source)


def test_what_is_never_fetched_again_needs_no_memory() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def answer(run, thread_id):
    calls = run.required_action.submit_tool_outputs.tool_calls
    client.beta.threads.runs.submit_tool_outputs_and_poll(
        thread_id=thread_id,
        run_id=run.id,
        tool_outputs=[{"tool_call_id": call.id, "output": "x"} for call in calls],
    )


def ask(thread_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id="asst_1"
    )
    if run.status == "requires_action":
        said = answer(run, thread_id)
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return run.status, messages.data[0].content[0].text.value
"""
    after = fix_all(source)
    becomes(source, after)
    assert "goes_on" not in after
    assert "beta" not in after
    assert "response.output_text" not in after


TIMED = """from openai import OpenAI

client = OpenAI()


def answer(run, thread_id):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "x"})
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id="asst_1")
    done = client.beta.threads.runs.retrieve(run.id, thread_id=thread_id).completed_at
    while not done:
        state = client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)
        if state.required_action:
            print(answer(run=state, thread_id=thread_id))
        done = state.completed_at
"""


def test_a_run_is_not_completed_while_calls_are_to_be_answered() -> None:
    after = fix_all(TIMED)
    becomes(TIMED, after)
    calls = 'any(item.type == "function_call" for item in {1}.output)'
    asks = "None\n{0}if " + calls + "\n{0}else {1}.completed_at\n"
    assert "    latest = client.responses.retrieve(latest_response(response.id))\n" in after
    assert asks.format("        ", "latest") in after
    assert asks.format("            ", "state") in after


def test_a_dir_that_is_shown() -> None:
    asked = TIMED.replace(
        "    for call in run.required_action.submit_tool_outputs.tool_calls:\n",
        "    for call in run.required_action.submit_tool_outputs.tool_calls:\n"
        "        print(dir(call))\n",
    )
    after = fix_all(asked)
    becomes(asked, after)
    assert "        print(dir(call))\n" in after
    assert "beta" not in after
    kept = asked.replace("print(dir(call))", "names = dir(call)")
    assert any("`dir` gets the whole object" in message for _, message in blockers(kept))


STOPS = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="m", instructions="i")


def handle(thread_id, run_id, stopped):
    while True:
        run = client.beta.threads.runs.retrieve(run_id, thread_id=thread_id)
        if run.status == "requires_action":
            calls = run.required_action.submit_tool_outputs.tool_calls
            client.beta.threads.runs.submit_tool_outputs(
                run_id,
                thread_id=thread_id,
                tool_outputs=[{"tool_call_id": c.id, "output": "x"} for c in calls],
            )
        elif run.status in ("completed", "failed"):
            return run.status
        elif stopped():
            client.beta.threads.runs.cancel(run_id, thread_id=thread_id)
            return None
        time.sleep(1)


def ask(thread_id, stopped):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    return handle(thread_id, run.id, stopped)
"""


def test_the_last_response_is_the_one_that_is_cancelled() -> None:
    after = fix_all(STOPS)
    assert "client.responses.cancel(latest_response(run_id))" in after
    assert "client.responses.retrieve(latest_response(run_id))" in after
    assert after.count("background=True") == 2
    assert any("in this process only" in note for note in notes(STOPS))


def test_a_cancellation_that_may_come_from_elsewhere() -> None:
    more = """

def stop(thread_id, run_id):
    client.beta.threads.runs.cancel(run_id, thread_id=thread_id)
"""
    assert any("this cancels the one before" in why for _, why in blockers(STOPS + more))
