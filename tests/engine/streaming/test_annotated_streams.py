"""Annotations that name the events of a run: they follow the stream, or what it is handed to."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

PROGRAM = """\
from collections.abc import Iterator

from openai import OpenAI, Stream
from openai.types.beta import AssistantStreamEvent


class Service:
    def __init__(self, client: OpenAI, assistant_id: str) -> None:
        self.client = client
        self.assistant_id = assistant_id

    def begin(self, thread_id: str) -> Stream[AssistantStreamEvent]:
        return self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=self.assistant_id, stream=True
        )

    def ask(self, thread_id: str) -> Iterator[str]:
        for event in self.begin(thread_id):
            yield from self.tell(event)

    def tell(self, event: "AssistantStreamEvent") -> Iterator[str]:
        if event.event == "thread.message.delta":
            yield event.data.delta.content[0].text.value
"""


def test_what_gives_a_stream_and_what_gets_an_event() -> None:
    result = fix_all(PROGRAM)
    assert "def begin(self, thread_id: str) -> Stream[ResponseStreamEvent]:" in result
    assert 'def tell(self, event: "ResponseStreamEvent") -> Iterator[str]:' in result
    assert "AssistantStreamEvent" not in result


def test_a_stream_that_only_others_read() -> None:
    alone = PROGRAM[: PROGRAM.index("    def ask")]
    assert "-> Stream[ResponseStreamEvent]:" in fix_all(alone)


def test_a_stream_that_is_handed_to_a_function() -> None:
    handed = PROGRAM[: PROGRAM.index("    def begin")] + (
        "    def ask(self, thread_id: str) -> None:\n"
        "        stream: Stream[AssistantStreamEvent] = self.client.beta.threads.runs.create(\n"
        "            thread_id=thread_id, assistant_id=self.assistant_id, stream=True\n"
        "        )\n"
        "        self.read(stream)\n\n"
        "    def read(self, stream: Stream[AssistantStreamEvent]) -> None:\n"
        "        for event in stream:\n"
        '            if event.event == "thread.run.failed":\n'
        "                print(event.data.id)\n"
    )
    result = fix_all(handed)
    assert "def read(self, stream: Stream[ResponseStreamEvent]) -> None:" in result
    assert "stream: Stream[ResponseStreamEvent] = self.client.responses.create(" in result


def test_an_event_from_elsewhere_stays_as_it_is() -> None:
    more = "\n    def other(self, event: AssistantStreamEvent) -> None:\n        print(event)\n"
    found = {message for _, message in blockers(PROGRAM + more)}
    assert any("comes from out of view" in message for message in found)
