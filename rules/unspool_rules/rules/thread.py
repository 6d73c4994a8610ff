"""Threads, which hold the messages of a conversation in the old service.

## What it does
Finds calls that make, read, change, delete or list threads.
A thread becomes a conversation of the OpenAI client, and its first messages become items.
The variable `thread` is renamed to `conversation` where that name is free.

## Why
The new service has no threads: a conversation keeps messages, tool calls and their outputs.

## Fix safety
Safe where the thread and all of its uses are in view and keep their meaning.
Unsafe where a thread's id comes from elsewhere (an id of an old thread does not open a conversation), and where a conversation is deleted (its items stay in the service).
Blocked for `tool_resources`, which belong to the agent's tools now, and for listing, which the new service does not offer.

## References
The migration guide writes `client.conversations` where `client` was the project client before; conversations exist on the OpenAI client only, so the fix gets one with `get_openai_client()`.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS101",
    name="thread",
    summary="threads are conversations in the new API",
    fix_title="Migrate this thread to a conversation",
    docs=__doc__,
    examples=(
        Example(
            title="a thread with a first message and metadata",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            thread = project_client.agents.threads.create(
                messages=[{"role": "user", "content": "Tell me a joke about unicorns"}],
                metadata={"agent": "jester"},
            )
            print(thread.id)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            conversation = openai_client.conversations.create(
                items=[
                    {"type": "message", "role": "user", "content": "Tell me a joke about unicorns"}
                ],
                metadata={"agent": "jester"},
            )
            print(conversation.id)
            """,
        ),
        Example(
            title="the same with OpenAI's own client",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            thread = client.beta.threads.create(
                messages=[{"role": "user", "content": "Tell me a joke about unicorns"}],
                metadata={"agent": "jester"},
            )
            print(thread.id)
            """,
            after="""\
            from openai import OpenAI

            client = OpenAI()
            conversation = client.conversations.create(
                items=[
                    {"type": "message", "role": "user", "content": "Tell me a joke about unicorns"}
                ],
                metadata={"agent": "jester"},
            )
            print(conversation.id)
            """,
        ),
        Example(
            title="changing and deleting",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            thread = project_client.agents.threads.create()
            project_client.agents.threads.update(thread.id, metadata={"customer": "42"})
            project_client.agents.threads.delete(thread.id)
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
            openai_client.conversations.update(conversation.id, metadata={"customer": "42"})
            openai_client.conversations.delete(conversation.id)
            """,
        ),
        Example(
            title="threads cannot be listed",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            for thread in project_client.agents.threads.list(limit=10):
                print(thread.id)
            """,
            blockers=("conversations cannot be listed: keep their ids yourself",),
        ),
    ),
)
