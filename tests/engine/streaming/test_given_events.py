"""Events of a stream that functions of the file are given."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_HEAD = """\
from openai import AssistantEventHandler, OpenAI

client = OpenAI()


"""
_LOOP = """\
def ask(thread_id, assistant_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id
    ) as stream:
        for event in stream:
            handle(event)


"""
_HANDLE = """\
def handle(what):
    if what.event == "thread.message.delta":
        show(what)
    elif what.event == "thread.run.failed":
        print(what.data.last_error)


def show(event):
    print(event.data.delta.content[0].text.value)
"""
_CLASS = """\
class Handler(AssistantEventHandler):
    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            self.answer(event)

    def answer(self, event):
        outputs = []
        for call in event.data.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "1"})
        with client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=event.data.thread_id,
            run_id=event.data.id,
            tool_outputs=outputs,
            event_handler=Handler(),
        ) as stream:
            stream.until_done()


assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
with client.beta.threads.runs.stream(
    thread_id=thread.id, assistant_id=assistant.id, event_handler=Handler()
) as stream:
    stream.until_done()
"""


def test_functions_know_the_event_by_their_callers_and_by_their_own_tests() -> None:
    after = fix_all(_HEAD + _LOOP + _HANDLE)

    assert "            handle(event)\n" in after
    assert 'if what.type == "response.output_text.delta":\n        show(what)' in after
    assert "print(what.response.error)" in after
    assert "def show(event):\n    print(event.delta)\n" in after


def test_a_handler_gives_an_event_to_a_method() -> None:
    after = fix_all(_HEAD + _CLASS)

    assert "beta" not in after
    assert "item for item in event.response.output if item.type" in after
    assert "conversation=conversation.id, input=outputs, stream=True" in after


def test_a_function_with_other_callers_keeps_the_stream_as_it_is() -> None:
    program = f"{_HEAD}{_LOOP}{_HANDLE}\n\nhandle(None)\n"

    assert "client.beta.threads.runs.stream(" in fix_all(program)


def test_an_event_that_no_test_tells_keeps_the_stream_as_it_is() -> None:
    program = _HEAD + _LOOP + _HANDLE.replace('if what.event == "thread.message.delta"', "if what")

    assert "client.beta.threads.runs.stream(" in fix_all(program)
