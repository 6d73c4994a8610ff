"""Annotations of listings of messages say what the listings are by then."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

OPENAI = """from openai import OpenAI
from openai.pagination import SyncCursorPage
from openai.types.beta.threads import Message

client = OpenAI()


def listed(thread_id: str) -> SyncCursorPage[Message]:
    return client.beta.threads.messages.list(thread_id=thread_id)


def roles(messages: SyncCursorPage[Message]) -> list[str]:
    return [message.role for message in messages.data]


print(roles(listed("thread_1")))
"""
OPENAI_AFTER = """from openai import OpenAI
from openai.types.conversations import Message

client = OpenAI()


def listed(thread_id: str) -> list[Message]:
    return [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]


def roles(messages: list[Message]) -> list[str]:
    return [message.role for message in messages]


print(roles(listed("thread_1")))
"""
PAGED = """from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import ThreadMessage
from azure.core.async_paging import AsyncItemPaged
from azure.identity.aio import DefaultAzureCredential


async def show(endpoint: str, thread_id: str) -> None:
    async with AgentsClient(endpoint, DefaultAzureCredential()) as client:
        messages: AsyncItemPaged[ThreadMessage] = client.messages.list(thread_id=thread_id)
        async for message in messages:
            print(message.role)
"""
SHOWN = """from openai import OpenAI
from openai.pagination import SyncCursorPage
from openai.types.beta.threads import Message

client = OpenAI()


def show(thread_id: str) -> None:
    page: SyncCursorPage[Message] = client.beta.threads.messages.list(thread_id=thread_id)
    print(page.model_dump_json(indent=2))
"""
STORES = """from openai import OpenAI
from openai.pagination import SyncCursorPage
from openai.types.beta import VectorStore

client = OpenAI()
stores: SyncCursorPage[VectorStore] = client.beta.vector_stores.list()
"""


def test_a_listing_is_a_list() -> None:
    becomes(OPENAI, OPENAI_AFTER)


def test_a_pager_is_a_generator() -> None:
    after = fix_all(PAGED)
    assert "messages: AsyncIterator[Message] = (" in after
    assert "from collections.abc import AsyncIterator" in after
    assert "azure.core" not in after


def test_a_page_that_stays_one_holds_all_items() -> None:
    reason = "not every page that is annotated here becomes a list of messages"
    assert {message for _, message in blockers(SHOWN)} >= {reason}
    assert fix_all(SHOWN) == SHOWN


def test_pages_of_others_stay_pages() -> None:
    assert "stores: SyncCursorPage[VectorStore] = client.vector_stores.list()" in fix_all(STORES)


def test_a_page_of_a_class_from_elsewhere_blocks() -> None:
    source = OPENAI.replace("from openai.types.beta.threads import", "from mine import")
    assert fix_all(source) == source


def test_overloads_are_not_left_behind() -> None:
    overloaded = """

from typing import overload


@overload
def listed(thread_id: str) -> SyncCursorPage[Message]: ...
"""
    annotated = OPENAI.replace("client = OpenAI()\n", "client = OpenAI()\n" + overloaded)
    plain = annotated.replace("Page[Message]:\n    return", "Page:\n    return").replace(
        "def listed(thread_id: str) -> SyncCursorPage:", "def listed(thread_id: str):"
    )
    for source in (annotated, plain):
        assert "client.beta.threads.messages.list" in fix_all(source)


def test_an_annotated_message_that_nothing_reads_is_a_plain_call() -> None:
    source = """from openai import OpenAI
from openai.types.beta.threads import Message

client = OpenAI()


def add(thread_id: str, text: str) -> None:
    message: Message = client.beta.threads.messages.create(
        thread_id=thread_id, role="user", content=text
    )
"""
    after = """from openai import OpenAI

client = OpenAI()


def add(thread_id: str, text: str) -> None:
    client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
"""
    becomes(source, after)
