"""Streamed runs.

## What it does
Finds runs that are streamed, and loops over their events.
They become a response with `stream=True` and a loop over its events.

## Why
The events of a response have other names and shapes, and there are no handlers.

## Fix safety
Unsafe, as for a [run](run.md).
Tests of events become tests of `event.type`; what stood behind the end of the stream stands behind the loop.
Blocked for events that no event of a response takes the place of, and for streams that are handed on.

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
            assistant = client.beta.assistants.create(model="gpt-4.1", instructions="Be kind.")
            thread = client.beta.threads.create(messages=[{"role": "user", "content": "Hello"}])
            with client.beta.threads.runs.stream(
                thread_id=thread.id, assistant_id=assistant.id
            ) as stream:
                for text in stream.text_deltas:
                    print(text, end="")
            """,
            after="""\
            from functools import partial

            from openai import OpenAI

            client = OpenAI()
            assistant = partial(client.responses.create, model="gpt-4.1", instructions="Be kind.")
            conversation = client.conversations.create(
                items=[{"type": "message", "role": "user", "content": "Hello"}]
            )
            with assistant(conversation=conversation.id, stream=True) as stream:
                for text in (
                    event.delta for event in stream if event.type == "response.output_text.delta"
                ):
                    print(text, end="")
            """,
        ),
    ),
)
