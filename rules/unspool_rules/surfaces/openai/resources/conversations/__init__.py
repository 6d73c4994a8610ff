from typing import Any, Iterable

from openai.resources.conversations.conversations import (
    AsyncConversationsWithRawResponse,
    AsyncConversationsWithStreamingResponse,
    ConversationsWithRawResponse,
    ConversationsWithStreamingResponse,
)
from openai.resources.conversations.items import AsyncItems, Items
from openai.types.conversations import Conversation, ConversationDeletedResource
from openai.types.shared_params import Metadata


class Conversations:
    items: Items
    with_raw_response: ConversationsWithRawResponse
    with_streaming_response: ConversationsWithStreamingResponse
    def create(
        self, *, items: Iterable[Any] | None = ..., metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Conversation: ...
    def retrieve(
        self, conversation_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Conversation: ...
    def update(
        self, conversation_id: str, *, metadata: Metadata | None, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Conversation: ...
    def delete(
        self, conversation_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ConversationDeletedResource: ...


class AsyncConversations:
    items: AsyncItems
    with_raw_response: AsyncConversationsWithRawResponse
    with_streaming_response: AsyncConversationsWithStreamingResponse
    async def create(
        self, *, items: Iterable[Any] | None = ..., metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Conversation: ...
    async def retrieve(
        self, conversation_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Conversation: ...
    async def update(
        self, conversation_id: str, *, metadata: Metadata | None, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Conversation: ...
    async def delete(
        self, conversation_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ConversationDeletedResource: ...
