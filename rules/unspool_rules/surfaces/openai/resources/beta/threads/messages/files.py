from typing import Any, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.beta.threads.messages import MessageFile


class Files:
    with_raw_response: Any
    def retrieve(
        self, file_id: str, *, thread_id: str, message_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> MessageFile: ...
    def list(
        self, message_id: str, *, thread_id: str, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncCursorPage[MessageFile]: ...


class AsyncFiles:
    with_raw_response: Any
    async def retrieve(
        self, file_id: str, *, thread_id: str, message_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> MessageFile: ...
    def list(
        self, message_id: str, *, thread_id: str, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[MessageFile, AsyncCursorPage[MessageFile]]: ...
