from typing import Any, Literal

from openai._response import HttpxBinaryResponseContent
from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types import FileDeleted, FileObject, FilePurpose
from openai.types.file_create_params import ExpiresAfter


class Files:
    with_raw_response: Any
    with_streaming_response: Any
    def create(
        self, *, file: Any, purpose: FilePurpose, expires_after: ExpiresAfter = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> FileObject: ...
    def retrieve(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> FileObject: ...
    def list(
        self, *, after: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ..., purpose: str = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncCursorPage[FileObject]: ...
    def delete(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> FileDeleted: ...
    def content(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> HttpxBinaryResponseContent: ...
    def retrieve_content(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> str: ...
    def wait_for_processing(
        self, id: str, *, poll_interval: float = ..., max_wait_seconds: float = ...,
    ) -> FileObject: ...


class AsyncFiles:
    with_raw_response: Any
    with_streaming_response: Any
    async def create(
        self, *, file: Any, purpose: FilePurpose, expires_after: ExpiresAfter = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> FileObject: ...
    async def retrieve(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> FileObject: ...
    def list(
        self, *, after: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ..., purpose: str = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[FileObject, AsyncCursorPage[FileObject]]: ...
    async def delete(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> FileDeleted: ...
    async def content(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> HttpxBinaryResponseContent: ...
    async def retrieve_content(
        self, file_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> str: ...
    async def wait_for_processing(
        self, id: str, *, poll_interval: float = ..., max_wait_seconds: float = ...,
    ) -> FileObject: ...
