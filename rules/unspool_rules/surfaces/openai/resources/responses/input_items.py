from typing import Any, List, Literal

from openai._response import AsyncResponseContextManager, LegacyAPIResponse, ResponseContextManager
from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.responses import ResponseIncludable, ResponseItem


class InputItems:
    with_raw_response: InputItemsWithRawResponse
    with_streaming_response: InputItemsWithStreamingResponse
    def list(
        self, response_id: str, *, after: str = ..., include: List[ResponseIncludable] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncCursorPage[ResponseItem]: ...


class AsyncInputItems:
    with_raw_response: AsyncInputItemsWithRawResponse
    with_streaming_response: AsyncInputItemsWithStreamingResponse
    def list(
        self, response_id: str, *, after: str = ..., include: List[ResponseIncludable] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[ResponseItem, AsyncCursorPage[ResponseItem]]: ...


class InputItemsWithRawResponse:
    def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[SyncCursorPage[ResponseItem]]: ...


class InputItemsWithStreamingResponse:
    def list(self, *args: Any, **kwargs: Any) -> ResponseContextManager[SyncCursorPage[ResponseItem]]: ...


class AsyncInputItemsWithRawResponse:
    async def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AsyncCursorPage[ResponseItem]]: ...


class AsyncInputItemsWithStreamingResponse:
    def list(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[AsyncCursorPage[ResponseItem]]: ...
