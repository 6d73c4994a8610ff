"""Files that were tied to an assistant of the first version of the Assistants API.

## What it does
Finds `client.beta.assistants.files` and the files of messages.

## Why
They left the service with the second version of the Assistants API; vector stores and containers took their place.

## Fix safety
Where the assistant is made in the same function and only reads its files by `retrieval`, a vector store is made before it, and the calls are about files of that store.
The fix is unsafe: the store is new at every start, and it takes a while until a file can be found in it.
A file that is given to an assistant from elsewhere goes to its tools in `assistants.json`, and its files are listed and taken away there.
No fix is offered for other calls about files of such an assistant, for files of the code interpreter, and for those of messages.

## References
File search reads `vector_stores.files`; the code interpreter reads the `file_ids` of its container.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS503",
    name="assistant-file",
    summary="files belong to a vector store or a container in the new API",
    fix_title="Migrate this file",
    docs=__doc__,
    examples=(
        Example(
            title="a file that retrieval reads",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            assistant = client.beta.assistants.create(
                model="gpt-4.1", instructions="Read the notes.", tools=[{"type": "retrieval"}]
            )
            client.beta.assistants.files.create(assistant_id=assistant.id, file_id="file-123")
            """,
            after="""\
            from functools import partial

            from openai import OpenAI

            client = OpenAI()
            vector_store = client.vector_stores.create()
            assistant = partial(
                client.responses.create,
                model="gpt-4.1",
                instructions="Read the notes.",
                tools=[{"type": "file_search", "vector_store_ids": [vector_store.id]}],
            )
            client.vector_stores.files.create(vector_store_id=vector_store.id, file_id="file-123")
            """,
        ),
        Example(
            title="a file of an assistant from elsewhere",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            client.beta.assistants.files.retrieve("file-123", assistant_id="asst_123")
            """,
            blockers=(
                "the assistant is not made in this function, so its vector store is not known here: name the store in `vector_stores.files` yourself",
            ),
        ),
    ),
)
