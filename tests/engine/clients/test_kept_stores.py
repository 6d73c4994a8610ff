"""``client.beta.vector_stores`` that is kept, chosen or given away is the same part elsewhere."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

from unspool_rules.model import Target, TargetService

HEAD = """from openai import OpenAI

client = OpenAI()


"""
CHOSEN = """def make(name):
    stores = getattr(client, "vector_stores", None) or client.beta.vector_stores
    return stores.create(name=name).id
"""


@pytest.mark.parametrize(
    "code",
    [
        CHOSEN,
        "def stores():\n    return client.beta.vector_stores\n\n\nprint(stores().create().id)\n",
        "def give(take):\n    take(client.beta.vector_stores)\n",
        "def files():\n    return client.beta.vector_stores.files\n",
        "stores = client.beta.vector_stores\nstores.files.list(stores.create().id)\n",
        "stores = client.beta.vector_stores\nstores.delete('a')\nstores.delete('b')\n",
    ],
)
def test_the_part_is_taken_from_the_client_itself(code: str) -> None:
    becomes(HEAD + code, (HEAD + code).replace(".beta", ""))
    assert not blockers(HEAD + code)


def test_objects_that_hold_it_go_through_it_as_before() -> None:
    code = """class Store:
    def __init__(self):
        self.client = OpenAI()
        self.api = self.client.beta.vector_stores

    def add(self, store, file_id):
        self.api.files.create_and_poll(vector_store_id=store, file_id=file_id)
"""
    becomes(HEAD + code, (HEAD + code).replace(".beta", ""))


def test_other_parts_are_not_there() -> None:
    assert blockers(HEAD + "def threads():\n    return client.beta.threads\n")


def test_in_foundry_another_client_has_it() -> None:
    target = Target(service=TargetService.FOUNDRY)
    assert "client.beta.vector_stores" in fix_all(HEAD + CHOSEN, target)
