"""What is done at the end of a stream comes behind the loop, where the SDK told of the end."""

from __future__ import annotations

from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

_AZURE = """\
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AgentStreamEvent, MessageDeltaChunk


def answer(client: AgentsClient, thread_id: str, name: str):
    finished = False
    with client.runs.stream(thread_id=thread_id, agent_id=name) as stream:
        for event_type, event_data, _ in stream:
            if isinstance(event_data, MessageDeltaChunk):
                yield event_data.text

            elif event_type == AgentStreamEvent.DONE:
                finished = True
                break
                {}
    if finished:
        yield "end"
"""

_OPENAI = """\
from openai import OpenAI

client = OpenAI()


def answer(thread_id, assistant_id):
    with client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant_id, stream=True
    ) as stream:
        for event in stream:
"""

_DELTA = """\
            {}if event.event == "thread.message.delta":
                yield event.data.delta.content[0].text.value
"""

_DONE = """\
            {}if event.event == "done":
                yield "[DONE]"
"""


def _after(program: str) -> str:
    return apply_edits(program, analyse(program, today=date(2026, 11, 22)).fix_all(unsafe=True))


def test_the_end_of_a_stream_may_stand_before_a_line_of_spaces() -> None:
    assert """\
        for event in stream:
            if event.type == "response.output_text.delta":
                yield event.delta

        finished = True
""" in _after(_AZURE.format(""))


@pytest.mark.parametrize(
    "body",
    [
        _DELTA.format("") + _DONE.format("el"),
        _DONE.format("") + _DELTA.format("el"),
        _DONE.format("") + _DELTA.format(""),
        _DELTA.format("") + _DONE.format(""),
    ],
)
def test_openai_told_nobody_of_the_end(body: str) -> None:
    """Its streams stop at ``[DONE]``: the branch never ran, and what it said is not said now."""
    result = _after(_OPENAI + body)

    assert "yield event.delta" in result
    assert "DONE" not in result


def test_a_branch_that_another_needs_is_left_to_a_person() -> None:
    program = (
        _OPENAI
        + """\
            if event.event == "done":
                print("end")
            else:
                yield "more"
"""
    )

    assert _after(program) == program
