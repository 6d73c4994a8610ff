"""Clients of the old SDK.

## What it does
Finds `AgentsClient`, clients made from connection strings, and calls of the client itself.
An `AgentsClient` becomes an `AIProjectClient` of the same endpoint and credential, which gives out the OpenAI client that conversations and responses need.

## Why
azure-ai-agents stops at the old service.
In azure-ai-projects 2 the project client makes agents, and `get_openai_client()` does the rest.

## Fix safety
As safe as the calls on the client: all of them change with it, or none does.
Unsafe for connection strings, which do not hold the endpoint of a project: the fix reads it from `FOUNDRY_PROJECT_ENDPOINT`.
Blocked while one of the calls is blocked.

## References
`AIProjectClient` takes token credentials only: a program that signs in with a key needs another credential first.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS401",
    name="agents-client",
    summary="agents are made by AIProjectClient, all else by its OpenAI client in the new API",
    fix_title="Migrate this client",
    docs=__doc__,
    examples=(
        Example(
            title="a client that is entered",
            before="""\
            import os

            from azure.ai.agents import AgentsClient
            from azure.identity import DefaultAzureCredential

            agents_client = AgentsClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            with agents_client:
                thread = agents_client.threads.create()
                print(thread.id)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            with project_client, project_client.get_openai_client() as openai_client:
                conversation = openai_client.conversations.create()
                print(conversation.id)
            """,
        ),
        Example(
            title="an asynchronous client",
            before="""\
            import asyncio
            import os

            from azure.ai.agents.aio import AgentsClient
            from azure.identity.aio import DefaultAzureCredential


            async def main() -> None:
                async with AgentsClient(
                    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                ) as agents_client:
                    thread = await agents_client.threads.create()
                    print(thread.id)


            asyncio.run(main())
            """,
            after="""\
            import asyncio
            import os

            from azure.ai.projects.aio import AIProjectClient
            from azure.identity.aio import DefaultAzureCredential


            async def main() -> None:
                async with AIProjectClient(
                    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                ) as project_client, project_client.get_openai_client() as openai_client:
                    conversation = await openai_client.conversations.create()
                    print(conversation.id)


            asyncio.run(main())
            """,
        ),
        Example(
            title="a connection string",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient.from_connection_string(
                conn_str=os.environ["PROJECT_CONNECTION_STRING"],
                credential=DefaultAzureCredential(),
            )
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            """,
        ),
    ),
)
