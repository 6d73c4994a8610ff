"""Pages of vector stores and files are openai's before and after: what is read of them stays."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()
"""


@pytest.mark.parametrize(
    "call",
    [
        "vector_stores.list(limit=1)",
        "vector_stores.files.list(vector_store_id=input())",
        'vector_stores.file_batches.list_files("b", vector_store_id=input())',
    ],
)
def test_the_items_of_a_page(call: str) -> None:
    source = f"{HEAD}one = client.beta.{call}.data\nprint(one[0].id, len(one))\n"
    page = f"page = client.beta.{call}\nprint(page.has_more, page.data[0].id)\n"
    assert fix_all(source) == source.replace("beta.", "")
    assert fix_all(HEAD + page) == (HEAD + page).replace("beta.", "")


def test_stored_assistants_are_a_list() -> None:
    after = fix_all(HEAD + "one = client.beta.assistants.list().data\nprint(one[0].id)\n")
    assert "one = stored_assistants()[:20]\n" in after


def test_the_page_of_a_preview() -> None:
    source = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient.from_connection_string("c", DefaultAzureCredential())
print(client.agents.list_vector_stores().data[0].id)
"""
    assert "print(openai_client.vector_stores.list().data[0].id)\n" in fix_all(source)
