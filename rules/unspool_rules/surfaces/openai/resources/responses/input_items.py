from typing import Any, List, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.responses import ResponseIncludable, ResponseItem


class InputItems:
    with_raw_response: Any
    with_streaming_response: Any
    def list(
        self, response_id: str, *, after: str = ..., include: List[ResponseIncludable] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncCursorPage[ResponseItem]: ...


class AsyncInputItems:
    with_raw_response: Any
    with_streaming_response: Any
    def list(
        self, response_id: str, *, after: str = ..., include: List[ResponseIncludable] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[ResponseItem, AsyncCursorPage[ResponseItem]]: ...
