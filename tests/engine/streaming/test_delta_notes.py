"""Citations that came with a message delta: they have an event of their own."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_LOOP = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    MessageDeltaChunk,
    MessageDeltaTextContent,
    MessageDeltaTextFileCitationAnnotation,
)


def ask(client: AgentsClient, thread_id: str, agent_id: str) -> None:
    with client.runs.stream(thread_id=thread_id, agent_id=agent_id) as stream:
        for name, data, _ in stream:
            if isinstance(data, MessageDeltaChunk):
                print(data.text)
                if data.delta.content:
                    part = data.delta.content[0]
                    if isinstance(part, MessageDeltaTextContent) and part.text.annotations:
                        for note in part.text.annotations:  # each of them
                            if isinstance(note, MessageDeltaTextFileCitationAnnotation):
                                # its file
                                print("from", note.file_citation.file_id)
            else:
                print(name)
"""
_HANDLER = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    AgentEventHandler,
    MessageDeltaChunk,
    MessageDeltaTextUrlCitationAnnotation,
)


class Handler(AgentEventHandler):
    def on_message_delta(self, delta: MessageDeltaChunk) -> None:
        for note in delta.delta.content[0].text.annotations:
            if isinstance(note, MessageDeltaTextUrlCitationAnnotation):
                print(note.url_citation.url)


def ask(client: AgentsClient, thread_id: str, agent_id: str) -> None:
    with client.runs.stream(thread_id=thread_id, agent_id=agent_id, event_handler=Handler()) as stream:
        stream.until_done()
"""  # noqa: E501 - as wide as people write


def test_in_a_loop() -> None:
    after = fix_all(_LOOP)
    assert (
        """            if (
                event.type == "response.output_text.annotation.added"
                and event.annotation
                and event.annotation.type == "file_citation"
            ):
                note = event.annotation
                # each of them
                # its file
                print("from", note.file_id)
            if event.type == "response.output_text.delta":
                print(event.delta)
            elif"""
        in after
    )


def test_in_a_handler() -> None:
    after = fix_all(_HANDLER)
    assert (
        """    def on_message_delta(self, delta: str) -> None:
        pass

    def on_annotation(self, note: AnnotationURLCitation) -> None:
        print(note.url)

    def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
        for event in stream:
            if event.type == "response.output_text.delta":
                self.on_message_delta(event.delta)
            elif (
                event.type == "response.output_text.annotation.added"
                and event.annotation
                and event.annotation.type == "url_citation"
            ):
                self.on_annotation(event.annotation)
"""
        in after
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note.file_citation.file_id", "note.text"),
        ("note.file_citation.file_id", "note.file_citation.file_id, data.text"),
        ('print("from"', 'part.seen = print("from"'),
        ("note, MessageDeltaTextFile", "data, MessageDeltaTextFile"),
    ],
)
def test_more_than_the_citation(old: str, new: str) -> None:
    assert old in _LOOP
    assert any("no counterpart" in words for _, words in blockers(_LOOP.replace(old, new)))


def test_a_name_that_the_branch_sets() -> None:
    source = _LOOP.replace("print(data.text)", "word = data.text").replace('"from"', "word")
    assert any("no counterpart" in words for _, words in blockers(source))
