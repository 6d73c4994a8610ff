"""Types that left ``openai.types.beta`` are imported from where they are now."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all, look

BEFORE = """\
from openai import OpenAI
from openai.types.beta import FileChunkingStrategy as How, VectorStore
from openai.types.beta.vector_stores import VectorStoreFile  # of the store

client = OpenAI()


def add(store: VectorStore, how: How) -> VectorStoreFile:
    return client.beta.vector_stores.files.create(store.id, file_id="f")
"""
AFTER = """\
from openai import OpenAI
from openai.types import FileChunkingStrategy as How, VectorStore
from openai.types.vector_stores import VectorStoreFile  # of the store

client = OpenAI()


def add(store: VectorStore, how: How) -> VectorStoreFile:
    return client.vector_stores.files.create(store.id, file_id="f")
"""


def test_the_import_follows() -> None:
    becomes(BEFORE, AFTER)
    assert all(f.fix is not None and f.fix.safe for f in look(BEFORE).findings)


def test_beside_a_name_that_stays() -> None:
    source = (
        "from openai.types.beta import Assistant, VectorStore\n"
        "def of(a: Assistant) -> VectorStore: ...\n"
    )
    assert fix_all(source) == (
        "from openai.types import VectorStore\n"
        "from openai.types.beta import Assistant\n"
        "def of(a: Assistant) -> VectorStore: ...\n"
    )
    assert {line for line, _ in blockers(source)} == {2}


def test_beside_names_that_go() -> None:
    becomes(
        """\
from openai import OpenAI
from openai.types.beta import Assistant, Thread, VectorStore as Store

client = OpenAI()


def start() -> Thread:
    return client.beta.threads.create()


def store() -> Store:
    return client.beta.vector_stores.create(name="x")
""",
        """\
from openai import OpenAI
from openai.types import VectorStore as Store
from openai.types.conversations import Conversation

client = OpenAI()


def start() -> Conversation:
    return client.conversations.create()


def store() -> Store:
    return client.vector_stores.create(name="x")
""",
    )


def test_what_a_deleted_thread_answers_is_what_a_deleted_conversation_does() -> None:
    before = """from openai import OpenAI
from openai.types.beta import ThreadDeleted


def remove(client: OpenAI, thread_id: str) -> ThreadDeleted:
    answer = client.beta.threads.delete(thread_id)
    return answer
"""
    after = """from openai import OpenAI
from openai.types.conversations import ConversationDeletedResource


def remove(client: OpenAI, thread_id: str) -> ConversationDeletedResource:
    answer = client.conversations.delete(thread_id)
    return answer
"""
    becomes(before, after)
