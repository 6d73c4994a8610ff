"""Streams that keep their loop as it is, each with the reason."""

from __future__ import annotations

import pytest
from tests.rules.fixing import look

OPENAI = """\
from openai import AssistantEventHandler, OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
"""
STREAM = """\
with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
"""
HANDLED = """
with client.beta.threads.runs.stream(
    thread_id=thread.id, assistant_id=assistant.id, event_handler=Handler()
) as stream:
    stream.until_done()
"""
AZURE = """\
from azure.ai.agents.models import AgentStreamEvent, MessageDeltaChunk
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def ask(thread_id: str, name: str):
    with project.agents.runs.stream(thread_id=thread_id, agent_id=name) as stream:
"""

REFUSED = [
    (
        OPENAI
        + STREAM
        + """\
    for event in stream:
        print(event.data.id)
""",
        "has not been tested here",
    ),
    (
        OPENAI
        + STREAM
        + """\
    for event in stream:
        handle(event)
""",
        "code that is not in view",
    ),
    (
        OPENAI
        + STREAM
        + """\
    for event in stream:
        if event.event == "thread.message.delta":
            print(event.data.delta.content[0].text.annotations)
""",
        "`delta` of this event's data has no counterpart",
    ),
    (
        OPENAI
        + STREAM
        + """\
    for text in stream.text_deltas:
        print(text)
    print(stream.get_final_run().status)
""",
        "the stream has been read by then",
    ),
    (
        OPENAI
        + STREAM
        + """\
    show(stream)
""",
        "the stream is handed on",
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value, self.current_message_snapshot.id)
"""
        + HANDLED,
        "`current_message_snapshot` came from the SDK's handler class",
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_message_delta(self, delta, snapshot):
        print(snapshot.content)
"""
        + HANDLED,
        "no event carries what has come so far",
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_tool_call_done(self, tool_call: object):
        print(tool_call.function.name)
"""
        + HANDLED,
        'only an item whose type is tested to be "function_call" has `name`',
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value)


class Other(Handler):
    pass
"""
        + HANDLED,
        "another class derives from the handler",
    ),
    (
        AZURE
        + """\
        for event in stream:
            print(event)
""",
        "the event is not unpacked into names here",
    ),
    (
        AZURE
        + """\
        for event_type, event_data, _ in stream:
            if isinstance(event_data, MessageDeltaChunk):
                print(event_data.delta.content[0].text.annotations)
""",
        "`delta` of this event's data has no counterpart",
    ),
    (
        AZURE
        + """\
        for event_type, event_data, _ in stream:
            if event_type == AgentStreamEvent.DONE and event_data:
                break
""",
        "the end of the stream is no event",
    ),
    (
        AZURE + "        return stream\n",
        "the stream is handed on",
    ),
]


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_refused(source: str, reason: str) -> None:
    analysis = look(source)
    stream = next(
        f for f in analysis.findings if source[f.span.start : f.span.end].endswith("stream")
    )
    assert stream.fix is None
    assert any(reason in blocker.message for blocker in stream.blockers), stream.blockers
