from typing import Any, Literal

from openai._response import LegacyAPIResponse
from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.beta.threads.messages import MessageFile


class Files:
    with_raw_response: FilesWithRawResponse
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
    with_raw_response: AsyncFilesWithRawResponse
    async def retrieve(
        self, file_id: str, *, thread_id: str, message_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> MessageFile: ...
    def list(
        self, message_id: str, *, thread_id: str, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[MessageFile, AsyncCursorPage[MessageFile]]: ...


class FilesWithRawResponse:
    def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[MessageFile]: ...
    def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[SyncCursorPage[MessageFile]]: ...


class AsyncFilesWithRawResponse:
    async def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[MessageFile]: ...
    async def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AsyncCursorPage[MessageFile]]: ...
