"""Streamed runs.

## What it does
Finds runs that are streamed.

## Why
`responses.create(stream=True)` streams events of other names and shapes, and there are no handlers: a loop reads the events.

## Fix safety
No fix is offered yet: the events that a program waits for have to be matched by hand.

## References
`responses.stream()` cannot be used with an agent: it insists on a model.
The pages of [event-handler](event-handler.md) and [stream-event](stream-event.md) say which event takes the place of which.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS105",
    name="run-stream",
    summary="streamed runs are streamed responses in the new API",
    fix_title="Migrate this stream to a streamed response",
    docs=__doc__,
    examples=(
        Example(
            title="text as it comes",
            before="""\
            from openai import OpenAI

            client = OpenAI()


            def tell(thread_id: str, assistant_id: str) -> None:
                with client.beta.threads.runs.stream(
                    thread_id=thread_id, assistant_id=assistant_id
                ) as stream:
                    for text in stream.text_deltas:
                        print(text, end="")
            """,
            blockers=(
                '`text_deltas` of `AssistantEventHandler` has no known counterpart',
                'streamed runs become `responses.create(stream=True)`; their events have other names',
            ),
        ),
    ),
)
