"""Handlers that take the text of events apart themselves."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers

_PROGRAM = '''import json
import os
from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import AgentStreamEvent, BaseAsyncAgentEventHandler, MessageDeltaChunk
from azure.identity.aio import DefaultAzureCredential


class Texts(BaseAsyncAgentEventHandler[str]):
    """The texts."""

    async def _process_event(self, event_data_str: str) -> str:
        """One of them."""
        kind, data = "", ""
        # take it apart
        for line in event_data_str.split("\\n"):
            if line.startswith("event:"):
                kind = line.removeprefix("event:").strip()
            elif line.startswith("data:"):
                data = line.removeprefix("data:").strip()
        if not kind:
            raise ValueError("no event")
        if kind == AgentStreamEvent.THREAD_MESSAGE_DELTA:
            chunk: MessageDeltaChunk = MessageDeltaChunk(**json.loads(data))
            return chunk.text
        return ""


async def ask(client: AgentsClient, thread_id: str, agent_id: str) -> None:
    async with await client.runs.stream(thread_id=thread_id, agent_id=agent_id, event_handler=Texts()) as stream:
        async for text in stream:
            print(text)
'''  # noqa: E501 - as wide as people write


def test_it_goes_over_a_stream() -> None:
    becomes(
        _PROGRAM,
        '''import os
from collections.abc import AsyncIterator
from azure.ai.projects.aio import AIProjectClient
from azure.identity.aio import DefaultAzureCredential
from openai import AsyncStream
from openai.types.responses import ResponseStreamEvent


class Texts:
    """The texts."""

    def __init__(self, stream: AsyncStream[ResponseStreamEvent]) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[str]:
        async for event in self._stream:
            yield await self._process_event(event)

    async def _process_event(self, event: ResponseStreamEvent) -> str:
        """One of them."""
        # take it apart
        if event.type == "response.output_text.delta":
            return event.delta
        return ""


async def ask(client: AIProjectClient, thread_id: str, agent_id: str) -> None:
    openai_client = client.get_openai_client()
    async with await openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": agent_id, "type": "agent_reference"}},
    ) as events:
        stream = Texts(events)
        async for text in stream:
            print(text)
''',
    )


def test_models_of_a_private_module() -> None:
    source = _PROGRAM.replace(", MessageDeltaChunk\n", "\n").replace(
        "from azure.identity",
        "from azure.ai.agents.models._models import MessageDeltaChunk\nfrom azure.identity",
    )
    assert not blockers(source)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("json.loads(data)", "parse(data)", "how the event's text is taken apart"),
        ("return chunk.text", "return chunk.text + data", "how the event's text is taken apart"),
        ("event_handler=Texts()", "event_handler=make()", "not in view"),
        ("in stream:", "in stream.others():", "came from the SDK's handler class"),
        (
            '    """The texts."""',
            "    def __init__(self) -> None:\n        super().__init__()",
            "a method `__init__` of its own",
        ),
    ],
)
def test_blocked(old: str, new: str, reason: str) -> None:
    assert old in _PROGRAM
    found = [words for _, words in blockers(_PROGRAM.replace(old, new))]
    assert any(reason in words for words in found), found
