"""Files that were tied to an assistant of the first version of the Assistants API.

## What it does
Finds `client.beta.assistants.files` and the files of messages.

## Why
They left the service with the second version of the Assistants API; vector stores and containers took their place.

## Fix safety
No fix is offered: a file can belong to file search or to the code interpreter, and the code does not say which.

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
            title="a file of an assistant",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            client.beta.assistants.files.create(assistant_id="asst_123", file_id="file-123")
            """,
            blockers=(
                "`create` has to be rewritten by hand; its new form: `client.vector_stores.files.create(vector_store_id, file_id=...)`",
            ),
        ),
    ),
)
