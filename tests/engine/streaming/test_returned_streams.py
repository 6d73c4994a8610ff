"""Streams that a function gives to its callers, or hands to code out of view."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = "from openai import OpenAI\nfrom readers import Relay, relay\n\nclient = OpenAI()\n\n\n"
RUN = (
    "client.beta.threads.runs.create(\n"
    '        thread_id=thread_id, assistant_id="asst_1", stream=True\n    )'
)
START = f"def start(thread_id):\n    return {RUN}\n"
READ = """

for event in start(input()):
    if event.event == "thread.message.delta":
        print(event.data.delta.content[0].text.value)
"""


@pytest.mark.parametrize(
    "start",
    [
        START,
        f"def start(thread_id):\n    stream = {RUN}\n    return stream\n",
        f"def start(thread_id):\n    if not thread_id:\n        return None\n    return {RUN}\n",
        (
            f"def open_(thread_id):\n    return {RUN}\n\n\n"
            "def start(thread_id):\n    return open_(thread_id)\n"
        ),
    ],
)
def test_callers_in_view_read_the_events(start: str) -> None:
    source = HEAD + start + READ
    after = fix_all(source)
    becomes(source, after)
    assert 'if event.type == "response.output_text.delta":\n        print(event.delta)\n' in after
    assert "beta" not in after
    assert any("who else calls `start` gets the events of a response" in n for n in notes(source))


def test_a_manager_that_a_caller_enters() -> None:
    run = RUN.replace("create", "stream").replace(", stream=True", "")
    source = (
        f"{HEAD}def start(thread_id):\n    return {run}\n\n\n"
        "with start(input()) as stream:\n    for text in stream.text_deltas:\n        print(text)\n"
    )
    after = fix_all(source)
    becomes(source, after)
    assert "with start(input()) as stream:\n" in after
    assert "text_deltas" not in after
    late = source.replace(
        "with start(input()) as stream:", "made = start(input())\nwith made as stream:"
    )
    assert any("make it there" in message for _, message in blockers(late))


def test_a_manager_that_no_coroutine_gives() -> None:
    run = RUN.replace("create", "stream").replace(", stream=True", "")
    source = (
        f"{HEAD.replace('OpenAI', 'AsyncOpenAI')}def start(thread_id):\n    return {run}\n\n\n"
        "async def main():\n    async with start(input()) as stream:\n"
        "        async for event in stream:\n            print(event.event)\n"
    )
    assert any("is awaited now" in message for _, message in blockers(source))
    assert fix_all(source) == source


@pytest.mark.parametrize(
    "body",
    [
        "    return RUN\n",
        "    stream = RUN\n    return stream, thread_id\n",
    ],
)
def test_callers_out_of_view(body: str) -> None:
    source = f"{HEAD}def start(thread_id):\n{body.replace('RUN', RUN)}"
    told = "callers of `start` elsewhere get the events of a response instead of those of a run"
    assert any(note.startswith(told) for note in notes(source))
    assert "client.responses.create(" in fix_all(source)


def test_code_out_of_view_that_gets_a_stream() -> None:
    source = f"{HEAD}def start(thread_id):\n    return relay({RUN})\n"
    told = "`relay` gets the events of a response instead of those of a run: it has to be migrated"
    assert any(note.startswith(told) for note in notes(source))
    assert "return relay(client.responses.create(\n" in fix_all(source)


CHAT = f"""class Chat(Base):
    def start(self, thread_id):
        stream = {RUN}
        return self.show(stream)
"""


def test_methods_of_base_classes_out_of_view() -> None:
    source = HEAD.replace("Relay", "Base") + CHAT
    assert any(note.startswith("`self.show` gets the events") for note in notes(source))
    assert blockers(source.replace("(Base)", ""))


@pytest.mark.parametrize(
    "use",
    [
        "Relay(start(input()))\n",
        "streams = [start(input())]\n",
        "events, name = start(input()), 1\n",
        "reader = start\n",
        "stream = start(1)\nstream = start(2)\nfor event in stream:\n    print(event.event)\n",
    ],
)
def test_what_is_not_followed(use: str) -> None:
    source = f"{HEAD}{START}\n\n{use}"
    assert blockers(source)
    assert fix_all(source) == source


@pytest.mark.parametrize("decorator", ["@app.get('/')", "@contextmanager"])
def test_functions_that_something_wraps(decorator: str) -> None:
    assert blockers(f"{HEAD}{decorator}\n{START}")


ANSWERS = """def read(stream, thread_id):
    for event in stream:
        if event.event == "thread.run.requires_action":
            calls = event.data.required_action.submit_tool_outputs.tool_calls
            further = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id,
                run_id=event.data.id,
                tool_outputs=[{"tool_call_id": c.id, "output": "1"} for c in calls],
                stream=True,
            )
            read(further, thread_id)


read(start(input()), input())
"""


def test_tool_calls_that_a_reader_answers() -> None:
    source = f"{HEAD}{START}\n\n{ANSWERS}"
    after = fix_all(source)
    becomes(source, after)
    assert after.count('**definition_of("asst_1")') == 2


def test_tool_calls_of_streams_of_two_assistants() -> None:
    start = START.replace('"asst_1"', "assistant_id").replace(
        "(thread_id)", "(thread_id, assistant_id)"
    )
    calls = ANSWERS.replace("start(input())", 'start(input(), "asst_1")')
    source = f"{HEAD}{start}\n\n{calls}read(start(input(), 'asst_2'), input())\n"
    assert blockers(source)
    assert fix_all(source) == source


def test_one_of_two_streams_that_is_returned() -> None:
    two = (
        f"def start(thread_id):\n    if thread_id:\n        stream = {RUN}\n    else:\n"
        f"        stream = {RUN}\n    return stream\n"
    )
    after = fix_all(f"{HEAD}{two}{READ}")
    becomes(f"{HEAD}{two}{READ}", after)
    assert after.count("stream = client.responses.create(") == 2
    assert "beta" not in after
