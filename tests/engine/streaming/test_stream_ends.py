"""What is done at the end of a stream comes behind the loop over its events."""

from __future__ import annotations

from datetime import date

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

_PROGRAM = """\
from openai import OpenAI

client = OpenAI()


def answer(thread_id, assistant_id):
    finished = False
    with client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant_id, stream=True
    ) as stream:
        for event in stream:
            if event.event == "thread.message.delta":
                for part in event.data.delta.content:
                    if part.type == "text":
                        yield part.text.value

            elif event.event == "done":
                finished = True
                break
                {}
    if finished:
        yield "end"
"""


def test_the_end_of_a_stream_may_stand_before_a_line_of_spaces() -> None:
    program = _PROGRAM.format("")
    after = apply_edits(program, analyse(program, today=date(2026, 11, 22)).fix_all(unsafe=True))

    assert (
        """\
        for event in stream:
            if event.type == "response.output_text.delta":
                yield event.delta

        finished = True
"""
        in after
    )
