"""Ids and settings that name something of the old service.

## What it does
Finds literals such as `"asst_..."` and `"thread_..."` that reach a legacy call as an id, and names of the environment (`ASSISTANT_ID`, `PROJECT_CONNECTION_STRING`, `AZURE_OPENAI_ENDPOINT`) whose values feed a legacy call or client, also in `.env` files.

## Why
Agents and threads that are stored in the old service do not move to the new one.
An agent has a name there, a conversation cannot be opened by a thread's id, and a client takes the endpoint of a project.

## Fix safety
No fix is offered, because what is to change is data and configuration, not code.

## References
Agents can be copied by Microsoft's migration tool, which reads definitions and writes agents of the new kind; it copies no threads.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS803",
    name="stored-id",
    summary="ids of stored agents and threads, and settings of old clients, mean nothing to the new API",
    fix_title="Change this setting",
    docs=__doc__,
    examples=(
        Example(
            title="stored ids",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent_id = os.getenv("AGENT_ID", "asst_GRvK9Xl0Ys3yZ0kXqf5mE1cP")
            thread = project_client.agents.threads.get("thread_abc123")
            agent = project_client.agents.get_agent(agent_id)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            agent_id = os.getenv("AGENT_ID", "asst_GRvK9Xl0Ys3yZ0kXqf5mE1cP")
            conversation = openai_client.conversations.retrieve("thread_abc123")
            agent = project_client.agents.get(agent_name=agent_id)
            """,
            text="""\
            The calls have fixes, which need review: the values that they are given are wrong now.
            """,
        ),
    ),
)
