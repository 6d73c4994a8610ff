from typing import Any, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.resources.containers.files.content import AsyncContent, Content
from openai.resources.containers.files.files import (
    AsyncFilesWithRawResponse,
    AsyncFilesWithStreamingResponse,
    FilesWithRawResponse,
    FilesWithStreamingResponse,
)
from openai.types.containers import FileCreateResponse, FileListResponse, FileRetrieveResponse


class Files:
    content: Content
    with_raw_response: FilesWithRawResponse
    with_streaming_response: FilesWithStreamingResponse
    def create(
        self, container_id: str, *, file: Any = ..., file_id: str = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> FileCreateResponse: ...
    def retrieve(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> FileRetrieveResponse: ...
    def list(
        self, container_id: str, *, after: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncCursorPage[FileListResponse]: ...
    def delete(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> None: ...


class AsyncFiles:
    content: AsyncContent
    with_raw_response: AsyncFilesWithRawResponse
    with_streaming_response: AsyncFilesWithStreamingResponse
    async def create(
        self, container_id: str, *, file: Any = ..., file_id: str = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> FileCreateResponse: ...
    async def retrieve(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> FileRetrieveResponse: ...
    def list(
        self, container_id: str, *, after: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[FileListResponse, AsyncCursorPage[FileListResponse]]: ...
    async def delete(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> None: ...
