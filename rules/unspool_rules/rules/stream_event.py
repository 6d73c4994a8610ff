"""Names and classes of the events of a streamed run.

## What it does
Finds `AgentStreamEvent`, the chunks of deltas, and OpenAI's classes of events.
In a loop over a stream that is migrated, a test of them becomes a test of `event.type`.

## Why
The events of a response have other names, other shapes, and another order.

## Fix safety
As safe as the stream: both change together.
Blocked where the stream is not in view, and for events without a counterpart.

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
            title="a loop over events",
            before="""\
            import os

            from azure.ai.agents.models import AgentStreamEvent, MessageDeltaChunk
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent = project_client.agents.create_agent(model="gpt-4.1", name="poet")
            thread = project_client.agents.threads.create()
            project_client.agents.messages.create(
                thread_id=thread.id, role="user", content="A line on unicorns"
            )
            with project_client.agents.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
                for event_type, event_data, _ in stream:
                    if isinstance(event_data, MessageDeltaChunk):
                        print(event_data.text, end="")
                    elif event_type == AgentStreamEvent.DONE:
                        print("done")
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import PromptAgentDefinition
            from azure.identity import DefaultAzureCredential

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
                for event in stream:
                    if event.type == "response.output_text.delta":
                        print(event.delta, end="")
                print("done")
            """,
        ),
        Example(
            title="the class of a delta, its stream out of view",
            before="""\
            from azure.ai.agents.models import MessageDeltaChunk


            def show(event: object) -> None:
                if isinstance(event, MessageDeltaChunk):
                    print(event.text, end="")
            """,
            blockers=(
                "`MessageDeltaChunk` is still tested for at line 5: what is tested for `MessageDeltaChunk` comes from out of view; its new form: `openai.types.responses.ResponseTextDeltaEvent`",
                "what is tested for `MessageDeltaChunk` comes from out of view; its new form: `openai.types.responses.ResponseTextDeltaEvent`",
            ),
        ),
    ),
)
