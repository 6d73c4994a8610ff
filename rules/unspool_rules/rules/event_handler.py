"""Classes that handle the events of a streamed run.

## What it does
Finds `AgentEventHandler`, `AssistantEventHandler` and their asynchronous twins.
A handler becomes a class of its own with a loop over the events of a response, which calls the methods that the class has.

## Why
The new SDK calls no handlers: a program reads the events of a streamed response.

## Fix safety
Unsafe, as for a [run](run.md): an exception in a handler's method was swallowed by the old SDK, and is raised in a loop.
Where the class and its stream are in two files, each is migrated by itself: they meet in `until_done`, a method of the class that takes the stream.
Blocked for methods whose events have no counterpart, and for state that the SDK's class kept.

## References
The table below has the event that takes the place of each method.
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
            import os

            from azure.ai.agents.models import AgentEventHandler, MessageDeltaChunk
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential


            class Printer(AgentEventHandler):
                def on_message_delta(self, delta: MessageDeltaChunk) -> None:
                    print(delta.text, end="")


            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent = project_client.agents.create_agent(model="gpt-4.1", name="poet")
            thread = project_client.agents.threads.create()
            project_client.agents.messages.create(
                thread_id=thread.id, role="user", content="A line on unicorns"
            )
            with project_client.agents.runs.stream(
                thread_id=thread.id, agent_id=agent.id, event_handler=Printer()
            ) as stream:
                stream.until_done()
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import PromptAgentDefinition
            from azure.identity import DefaultAzureCredential
            from openai import Stream
            from openai.types.responses import ResponseStreamEvent


            class Printer:
                def on_message_delta(self, delta: str) -> None:
                    print(delta, end="")

                def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
                    for event in stream:
                        if event.type == "response.output_text.delta":
                            self.on_message_delta(event.delta)


            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            agent = project_client.agents.create_version(
                agent_name="poet", definition=PromptAgentDefinition(model="gpt-4.1")
            )
            conversation = openai_client.conversations.create()
            openai_client.conversations.items.create(
                conversation_id=conversation.id,
                items=[{"type": "message", "role": "user", "content": "A line on unicorns"}],
            )
            with openai_client.responses.create(
                conversation=conversation.id,
                stream=True,
                extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
            ) as stream:
                Printer().until_done(stream)
            """,
        ),
        Example(
            title="a handler whose stream is in another file",
            before="""\
            from azure.ai.agents.models import AgentEventHandler


            class Printer(AgentEventHandler):
                def on_message_delta(self, delta) -> None:
                    print(delta.text, end="")
            """,
            after="""\
            from openai import Stream
            from openai.types.responses import ResponseStreamEvent


            class Printer:
                def on_message_delta(self, delta) -> None:
                    print(delta, end="")

                def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
                    for event in stream:
                        if event.type == "response.output_text.delta":
                            self.on_message_delta(event.delta)
            """,
        ),
        Example(
            title="a handler that keeps to the SDK's own state",
            before="""\
            from openai import AssistantEventHandler


            class Printer(AssistantEventHandler):
                def on_text_delta(self, delta, snapshot) -> None:
                    print(self.current_message_snapshot)
            """,
            blockers=(
                "`AssistantEventHandler` is still used at line 4: `current_message_snapshot` came from the SDK's handler class, which is gone",
                "`current_message_snapshot` came from the SDK's handler class, which is gone",
            ),
        ),
    ),
)
