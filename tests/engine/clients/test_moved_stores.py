"""Vector stores of Azure OpenAI move to the project only with what reads them."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_HEAD = """import os

from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint=os.environ["E"], api_version="v1")
store = client.beta.vector_stores.create(name="papers")
print(store.id)
"""
_READER = """assistant = client.beta.assistants.create(
    model="gpt-4.1",
    tools=[{"type": "file_search"}],
    tool_resources={"file_search": {"vector_store_ids": [os.environ["STORE"]]}},
)
"""


def test_a_store_moves_with_the_assistant() -> None:
    after = fix_all(_HEAD + _READER + "print(assistant.id)\n")
    assert "openai_client.vector_stores.create(" in after
    assert "create_version(" in after


def test_a_store_stays_where_anything_does() -> None:
    program = f'{_HEAD}print(client.beta.threads.runs.list(os.environ["T"]))\n'
    assert fix_all(program) == program
    assert any(
        "sees what is stored there and cannot" in message for _, message in blockers(program)
    )
