from typing import Any, Iterable, List, Literal

from openai._response import AsyncResponseContextManager, LegacyAPIResponse, ResponseContextManager
from openai.pagination import AsyncConversationCursorPage, AsyncPaginator, SyncConversationCursorPage
from openai.types.conversations import Conversation, ConversationItem, ConversationItemList
from openai.types.responses import ResponseIncludable


class Items:
    with_raw_response: ItemsWithRawResponse
    with_streaming_response: ItemsWithStreamingResponse
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
    with_raw_response: AsyncItemsWithRawResponse
    with_streaming_response: AsyncItemsWithStreamingResponse
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


class ItemsWithRawResponse:
    def create(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[ConversationItemList]: ...
    def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[ConversationItem]: ...
    def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[SyncConversationCursorPage[ConversationItem]]: ...
    def delete(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[Conversation]: ...


class ItemsWithStreamingResponse:
    def create(self, *args: Any, **kwargs: Any) -> ResponseContextManager[ConversationItemList]: ...
    def retrieve(self, *args: Any, **kwargs: Any) -> ResponseContextManager[ConversationItem]: ...
    def list(
        self, *args: Any, **kwargs: Any,
    ) -> ResponseContextManager[SyncConversationCursorPage[ConversationItem]]: ...
    def delete(self, *args: Any, **kwargs: Any) -> ResponseContextManager[Conversation]: ...


class AsyncItemsWithRawResponse:
    async def create(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[ConversationItemList]: ...
    async def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[ConversationItem]: ...
    async def list(
        self, *args: Any, **kwargs: Any,
    ) -> LegacyAPIResponse[AsyncConversationCursorPage[ConversationItem]]: ...
    async def delete(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[Conversation]: ...


class AsyncItemsWithStreamingResponse:
    def create(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[ConversationItemList]: ...
    def retrieve(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[ConversationItem]: ...
    def list(
        self, *args: Any, **kwargs: Any,
    ) -> AsyncResponseContextManager[AsyncConversationCursorPage[ConversationItem]]: ...
    def delete(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[Conversation]: ...
