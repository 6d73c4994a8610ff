"""Enumerations of the old SDKs.

## What it does
Finds members such as `MessageRole.USER` and `RunStatus.COMPLETED`.

## Why
The new API takes and gives plain strings.

## Fix safety
As safe as the call or comparison around it: the member becomes the string that the new API uses there.
Blocked where the value has no counterpart: no response is `"requires_action"` or `"expired"`.

## References
`MessageRole.AGENT` is the role `"assistant"`.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS403",
    name="legacy-enum",
    summary="enumerations of the old API are plain strings in the new API",
    fix_title="Write the string",
    docs=__doc__,
    examples=(
        Example(
            title="roles and orders",
            before="""\
            import os

            from azure.ai.agents.models import ListSortOrder, MessageRole
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            thread = project_client.agents.threads.create()
            project_client.agents.messages.create(
                thread_id=thread.id, role=MessageRole.USER, content="Hello"
            )
            for message in project_client.agents.messages.list(
                thread_id=thread.id, order=ListSortOrder.ASCENDING
            ):
                print(message.role)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            conversation = openai_client.conversations.create()
            openai_client.conversations.items.create(
                conversation_id=conversation.id,
                items=[{"type": "message", "role": "user", "content": "Hello"}],
            )
            for message in (
                item
                for item in openai_client.conversations.items.list(
                    conversation_id=conversation.id, order="asc"
                )
                if item.type == "message"
            ):
                print(message.role)
            """,
        ),
    ),
)
