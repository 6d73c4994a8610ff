"""Models of the old SDKs: classes of requests and results.

## What it does
Finds references to classes that only the old API has: parts of messages, options of runs, results, annotations.

## Why
The classes are gone from azure-ai-projects 2, and those of OpenAI's assistants describe a service that is switched off.

## Fix safety
As safe as the call that the object is passed to: it becomes part of the new call.
Blocked where nothing says what the object is used for, such as an annotation of a function that other files call.

## References
The table below has the successor of each class.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS402",
    name="legacy-model",
    summary="models of the old API have successors of another shape",
    fix_title="Migrate this model",
    docs=__doc__,
    examples=(
        Example(
            title="a part of a message",
            before="""\
            import os

            from azure.ai.agents.models import MessageInputTextBlock
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            thread = project_client.agents.threads.create()
            project_client.agents.messages.create(
                thread_id=thread.id, role="user", content=[MessageInputTextBlock(text="Hello")]
            )
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
                items=[
                    {
                        "type": "message",
                        "role": "user",
                        "content": [{"type": "input_text", "text": "Hello"}],
                    }
                ],
            )
            """,
        ),
    ),
)
