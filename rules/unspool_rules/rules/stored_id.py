"""Ids and settings that name something of the old service.

## What it does
Finds literals such as `"asst_..."` and `"thread_..."` that reach a legacy call as an id, and names of the environment (`ASSISTANT_ID`, `PROJECT_CONNECTION_STRING`, `AZURE_OPENAI_ENDPOINT`) whose values feed a legacy call or client, also in `.env` files.

## Why
Agents and threads that are stored in the old service do not move to the new one.
An agent has a name there, a conversation cannot be opened by a thread's id, and a client takes the endpoint of a project.
OpenAI stores no assistants at all: migrated code reads their definitions from `assistants.json` beside it, by the ids that it has always used.

## Fix safety
No fix is offered, because what is to change is data and configuration, not code.

`assistants.json` holds what `responses.create` takes, and the name, description and metadata of the assistant, under its id:

```json
{
  "asst_abc123": {
    "name": "Math Tutor",
    "model": "gpt-4.1",
    "instructions": "You help with math.",
    "tools": [{"type": "file_search", "vector_store_ids": ["vs_abc123"]}]
  }
}
```

`model`, `instructions`, `temperature` and `top_p` are those of the assistant.
Functions are flat (`{"type": "function", "name": ..., "parameters": ..., "strict": false}`), a code interpreter has a container (`{"type": "code_interpreter", "container": {"type": "auto", "file_ids": [...]}}`), and the ids of vector stores and files, which were in `tool_resources`, stand in the tools.
`response_format` is `"text": {"format": ...}`, and `reasoning_effort` is `"reasoning": {"effort": ...}`; `name`, `description` and `metadata` may be left out, and are never sent.
A missing id is a `KeyError`.

A program that makes, changes, lists or deletes assistants whose ids live on (in a setting, a database, a caller) writes the same file, with functions that the fix puts below its imports; the newest assistant stands last.
Each module uses the file in its own folder, and reads it each time, so that what one writes the others see.
The file is no database: whether all hosts and processes share it, and write it one at a time, is for you to judge.

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
        Example(
            title="a stored assistant of OpenAI",
            before="""\
            import os

            from openai import OpenAI

            client = OpenAI()


            def ask(thread_id: str) -> None:
                client.beta.threads.runs.create_and_poll(
                    thread_id=thread_id, assistant_id=os.environ["ASSISTANT_ID"]
                )
            """,
            after='''\
            import json
            import os
            from pathlib import Path
            from typing import Any

            from openai import OpenAI


            def definition_of(assistant_id: str | None) -> dict[str, Any]:
                """What `responses.create` takes of an assistant in `assistants.json`."""
                path = Path(__file__).with_name("assistants.json")
                stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
                apart = ("name", "description", "metadata", "created_at")
                return {k: v for k, v in stored.items() if k not in apart and v is not None}


            client = OpenAI()


            def ask(thread_id: str) -> None:
                client.responses.create(
                    **definition_of(os.environ["ASSISTANT_ID"]),
                    conversation=thread_id,
                )
            ''',
            text="""\
            The id stays what it is; the definition that it stood for is put into `assistants.json`.
            In a notebook the file is in the directory that the notebook runs in.
            """,
        ),
    ),
)
