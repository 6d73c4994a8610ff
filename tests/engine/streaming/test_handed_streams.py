"""Streams that functions of the file are given, and whose events they read."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_HEAD = """\
from openai import OpenAI

client = OpenAI()


"""
_READER = """\
def read(stream, thread_id):
    for event in stream:
        if event.event == "thread.message.delta":
            yield event.data.delta.content[0].text.value
        elif event.event == "thread.run.requires_action":
            outputs = [
                {"tool_call_id": call.id, "output": "1"}
                for call in event.data.required_action.submit_tool_outputs.tool_calls
            ]
            with client.beta.threads.runs.submit_tool_outputs_stream(
                thread_id=thread_id, run_id=event.data.id, tool_outputs=outputs
            ) as further:
                yield from read(further, thread_id)


"""
_ASK = """\
def ask(thread_id, assistant_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id
    ) as stream:
        yield from read(stream, thread_id)
"""
_SHOW = """\
def show(stream):
    for event in stream:
        if event.event == "thread.message.delta":
            print(event.data.delta.content[0].text.value)


def ask(thread_id, assistant_id):
    show(
        client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=assistant_id, stream=True
        )
    )
"""


def test_a_function_reads_the_events_of_a_stream_that_it_is_given() -> None:
    after = fix_all(_HEAD + _SHOW)

    assert "def show(stream):\n    for event in stream:\n" in after
    assert 'if event.type == "response.output_text.delta":\n            print(event.delta)' in after
    assert "show(\n        client.responses.create(" in after


def test_a_function_that_opens_further_streams_calls_itself_with_them() -> None:
    program = _HEAD + _READER + _ASK.replace("assistant_id=assistant_id", 'assistant_id="asst_1"')
    after = fix_all(program)

    assert "beta" not in after
    assert "yield from read(further, thread_id)" in after
    assert after.count('**definition_of("asst_1")') == 2
    assert 'event.type == "response.completed"' in after


def test_streams_of_two_assistants_do_not_go_on_as_one() -> None:
    one = _ASK.replace("assistant_id=assistant_id", 'assistant_id="asst_1"')
    two = _ASK.replace("def ask", "def tell").replace(
        "assistant_id=assistant_id", 'assistant_id="asst_2"'
    )
    program = f"{_HEAD}{_READER}{one}\n\n{two}"

    assert fix_all(program) == program


def test_a_function_that_is_given_other_things_is_left_alone() -> None:
    program = f"{_HEAD}{_SHOW}\n\nshow([])\n"
    kept = f"{_HEAD}{_SHOW}\n\nshower = show\n"

    assert fix_all(program) == program
    assert fix_all(kept) == kept
