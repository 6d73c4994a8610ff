"""Classes that handle the events of a streamed run.

## What it does
Finds `AgentEventHandler`, `AssistantEventHandler` and their asynchronous twins.

## Why
A streamed response is read by a loop over its events; there are no handlers.

## Fix safety
No fix is offered yet: each method has to become a branch of the loop.

## References
The table below has the event that takes the place of each method.
An exception in a handler's method was swallowed by the old SDK; in a loop it is raised.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS601",
    name="event-handler",
    summary="event handlers are loops over events in the new API",
    fix_title="Migrate this event handler",
    docs=__doc__,
    examples=(
        Example(
            title="printing text as it comes",
            before="""\
            from azure.ai.agents.models import AgentEventHandler


            class Printer(AgentEventHandler):
                def on_message_delta(self, delta) -> None:
                    print(delta.text, end="")
            """,
            blockers=(
                "the name is still used here",
                "this use of the name has no counterpart that is certain",
            ),
        ),
    ),
)
