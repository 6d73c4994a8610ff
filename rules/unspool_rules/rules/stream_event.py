"""Names and classes of the events of a streamed run.

## What it does
Finds `AgentStreamEvent`, the chunks of deltas, and OpenAI's classes of events.

## Why
The events of a response have other names, other shapes, and another order.

## Fix safety
No fix is offered yet: an event of the old stream is not always one event of the new stream.

## References
The text of an answer comes in events of the type `response.output_text.delta`.
A response that wants tools called ends as any other, with `response.completed`.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS602",
    name="stream-event",
    summary="events of a stream have other names and shapes in the new API",
    fix_title="Migrate this event",
    docs=__doc__,
    examples=(
        Example(
            title="the class of a delta",
            before="""\
            from azure.ai.agents.models import MessageDeltaChunk


            def show(event: object) -> None:
                if isinstance(event, MessageDeltaChunk):
                    print(event.text, end="")
            """,
            blockers=(
                'the name is still used here',
                'this use of the name has no counterpart that is certain',
            ),
        ),
    ),
)
