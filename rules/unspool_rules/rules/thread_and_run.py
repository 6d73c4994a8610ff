"""A thread and a run that are made by one call.

## What it does
Finds calls that make a thread and let an agent answer on it at once.
They become a conversation, made first, and a response.

## Why
The new service makes conversations and responses by separate calls.

## Fix safety
Unsafe, as for a [run](run.md) of its own.
Blocked where the options of the thread are not given in place, and for streams.

## References
What is said of the parameters and results of runs holds here, too.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS107",
    name="thread-and-run",
    summary="a thread made with its run is a conversation and a response in the new API",
    fix_title="Migrate this thread and its run",
    docs=__doc__,
    examples=(
        Example(
            title="a question in one call",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent = project_client.agents.create_agent(model="gpt-4.1", name="poet")
            run = project_client.agents.create_thread_and_process_run(
                agent_id=agent.id,
                thread={"messages": [{"role": "user", "content": "A line on unicorns"}]},
            )
            print(run.status)
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
            conversation = openai_client.conversations.create(
                items=[{"type": "message", "role": "user", "content": "A line on unicorns"}]
            )
            response = openai_client.responses.create(
                conversation=conversation.id,
                extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
            )
            print(response.status)
            """,
        ),
    ),
)
