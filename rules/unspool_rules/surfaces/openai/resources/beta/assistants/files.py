from typing import Any, Literal

from openai._response import LegacyAPIResponse
from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.beta.assistants import AssistantFile, FileDeleteResponse


class Files:
    with_raw_response: FilesWithRawResponse
    def create(
        self, assistant_id: str, *, file_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantFile: ...
    def retrieve(
        self, file_id: str, *, assistant_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantFile: ...
    def list(
        self, assistant_id: str, *, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncCursorPage[AssistantFile]: ...
    def delete(
        self, file_id: str, *, assistant_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> FileDeleteResponse: ...


class AsyncFiles:
    with_raw_response: AsyncFilesWithRawResponse
    async def create(
        self, assistant_id: str, *, file_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantFile: ...
    async def retrieve(
        self, file_id: str, *, assistant_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantFile: ...
    def list(
        self, assistant_id: str, *, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[AssistantFile, AsyncCursorPage[AssistantFile]]: ...
    async def delete(
        self, file_id: str, *, assistant_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> FileDeleteResponse: ...


class FilesWithRawResponse:
    def create(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AssistantFile]: ...
    def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AssistantFile]: ...
    def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[SyncCursorPage[AssistantFile]]: ...
    def delete(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[FileDeleteResponse]: ...


class AsyncFilesWithRawResponse:
    async def create(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AssistantFile]: ...
    async def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AssistantFile]: ...
    async def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AsyncCursorPage[AssistantFile]]: ...
    async def delete(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[FileDeleteResponse]: ...
