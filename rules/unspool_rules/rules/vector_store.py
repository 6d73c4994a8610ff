"""Vector stores and their files.

## What it does
Finds calls on the vector stores of the agents client and of `client.beta`.
They become calls on the vector stores of the OpenAI client.

## Why
Vector stores live on; only their place and some names of arguments have changed.

## Fix safety
Safe where a call has the same arguments and result.
Unsafe or blocked where sources of data, configurations or times have no counterpart.

## References
`create_and_poll` with files becomes a store and a batch of files.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS501",
    name="vector-store",
    summary="vector stores belong to the OpenAI client in the new API",
    fix_title="Use the vector stores of the OpenAI client",
    docs=__doc__,
    examples=(
        Example(
            title="a store that is made and deleted",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            store = project_client.agents.vector_stores.create(name="manuals")
            print(store.id)
            project_client.agents.vector_stores.delete(store.id)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            store = openai_client.vector_stores.create(name="manuals")
            print(store.id)
            openai_client.vector_stores.delete(store.id)
            """,
        ),
        Example(
            title="OpenAI's beta name",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            store = client.beta.vector_stores.create(name="manuals")
            client.beta.vector_stores.files.create(
                vector_store_id=store.id, file_id="file-123"
            )
            """,
            after="""\
            from openai import OpenAI

            client = OpenAI()
            store = client.vector_stores.create(name="manuals")
            client.vector_stores.files.create(vector_store_id=store.id, file_id="file-123")
            """,
        ),
    ),
)
