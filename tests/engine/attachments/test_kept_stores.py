"""Vector stores that get files when they are made: where they are kept, what is read of them."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """import os
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
"""
DESK = """

class Desk:
    def fill(self, ids: list[str]) -> None:
        self.store = client.vector_stores.create_and_poll(file_ids=ids, name="v")
        print(self.store.id)
"""
ADDED = """        self.store = openai_client.vector_stores.create(name="v")
        openai_client.vector_stores.file_batches.create_and_poll(
            vector_store_id=self.store.id, file_ids=ids
        )
"""
FETCHED = "        self.store = openai_client.vector_stores.retrieve(self.store.id)\n"
MADE = 'store = client.vector_stores.create_and_poll(file_ids=["file_1"], name="v")\n'


def test_an_attribute_keeps_the_store() -> None:
    after = fix_all(HEAD + DESK)

    assert ADDED in after
    assert "retrieve" not in after


def test_its_state_is_that_after_its_files_came() -> None:
    after = fix_all(HEAD + DESK.replace("self.store.id", "self.store.file_counts.completed"))

    assert ADDED + FETCHED in after


def test_a_name_whose_state_is_read() -> None:
    after = fix_all(HEAD + MADE + "print(store.status)\n")

    assert "store = openai_client.vector_stores.retrieve(store.id)\nprint(store.status)" in after


def test_a_name_that_is_only_named() -> None:
    assert "retrieve" not in fix_all(HEAD + MADE + "if store:\n    print(store.id)\n")


def test_a_store_that_is_kept_nowhere_blocks() -> None:
    assert blockers(HEAD + MADE.replace("store = ", "keep(").rstrip() + ")\n")
