from typing import Any, Iterable, List, Literal

from openai.pagination import AsyncConversationCursorPage, AsyncPaginator, SyncConversationCursorPage
from openai.types.conversations import Conversation, ConversationItem, ConversationItemList
from openai.types.responses import ResponseIncludable


class Items:
    with_raw_response: Any
    with_streaming_response: Any
    def create(
        self, conversation_id: str, *, items: Iterable[Any], include: List[ResponseIncludable] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> ConversationItemList: ...
    def retrieve(
        self, item_id: str, *, conversation_id: str, include: List[ResponseIncludable] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> ConversationItem: ...
    def list(
        self, conversation_id: str, *, after: str = ..., include: List[ResponseIncludable] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncConversationCursorPage[ConversationItem]: ...
    def delete(
        self, item_id: str, *, conversation_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Conversation: ...


class AsyncItems:
    with_raw_response: Any
    with_streaming_response: Any
    async def create(
        self, conversation_id: str, *, items: Iterable[Any], include: List[ResponseIncludable] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> ConversationItemList: ...
    async def retrieve(
        self, item_id: str, *, conversation_id: str, include: List[ResponseIncludable] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> ConversationItem: ...
    def list(
        self, conversation_id: str, *, after: str = ..., include: List[ResponseIncludable] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[ConversationItem, AsyncConversationCursorPage[ConversationItem]]: ...
    async def delete(
        self, item_id: str, *, conversation_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Conversation: ...
