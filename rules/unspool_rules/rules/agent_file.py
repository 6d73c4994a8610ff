"""Files of the agents client.

## What it does
Finds calls on `files` of the agents client.
They become calls on `files` of the OpenAI client.

## Why
The project client of azure-ai-projects 2 has no files of its own.

## Fix safety
Uploading takes an open file or a `Path` instead of a path in a string.
Blocked where a result is read that the new call does not give.

## References
Files that an agent has made lie in its container: `containers.files.content.retrieve(file_id, container_id=...)`.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS502",
    name="agent-file",
    summary="files belong to the OpenAI client in the new API",
    fix_title="Use the files of the OpenAI client",
    docs=__doc__,
    examples=(
        Example(
            title="an upload",
            before="""\
            import os

            from azure.ai.agents.models import FilePurpose
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            file = project_client.agents.files.upload_and_poll(
                file_path="manual.pdf", purpose=FilePurpose.AGENTS
            )
            print(file.id)
            """,
            after="""\
            import os
            from pathlib import Path

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            file = openai_client.files.wait_for_processing(
                openai_client.files.create(file=Path("manual.pdf"), purpose="assistants").id
            )
            print(file.id)
            """,
        ),
    ),
)
