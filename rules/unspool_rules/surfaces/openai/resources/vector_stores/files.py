from typing import Any, Literal

from openai.pagination import AsyncCursorPage, AsyncPage, AsyncPaginator, SyncCursorPage, SyncPage
from openai.types import FileChunkingStrategyParam
from openai.types.vector_stores import FileContentResponse, VectorStoreFile, VectorStoreFileDeleted


class Files:
    with_raw_response: Any
    with_streaming_response: Any
    def create(
        self, vector_store_id: str, *, file_id: str, attributes: dict[str, str | float | bool] | None = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    def retrieve(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    def update(
        self, file_id: str, *, vector_store_id: str, attributes: dict[str, str | float | bool] | None,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    def list(
        self, vector_store_id: str, *, after: str = ..., before: str = ...,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncCursorPage[VectorStoreFile]: ...
    def delete(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileDeleted: ...
    def content(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncPage[FileContentResponse]: ...
    def create_and_poll(
        self, file_id: str, *, vector_store_id: str, attributes: dict[str, str | float | bool] | None = ...,
        poll_interval_ms: int = ..., max_wait_seconds: float = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    def upload(
        self, *, vector_store_id: str, file: Any, chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    def upload_and_poll(
        self, *, vector_store_id: str, file: Any, attributes: dict[str, str | float | bool] | None = ...,
        poll_interval_ms: int = ..., max_wait_seconds: float = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    def poll(
        self, file_id: str, *, vector_store_id: str, poll_interval_ms: int = ..., max_wait_seconds: float = ...,
    ) -> VectorStoreFile: ...


class AsyncFiles:
    with_raw_response: Any
    with_streaming_response: Any
    async def create(
        self, vector_store_id: str, *, file_id: str, attributes: dict[str, str | float | bool] | None = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    async def retrieve(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    async def update(
        self, file_id: str, *, vector_store_id: str, attributes: dict[str, str | float | bool] | None,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    def list(
        self, vector_store_id: str, *, after: str = ..., before: str = ...,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[VectorStoreFile, AsyncCursorPage[VectorStoreFile]]: ...
    async def delete(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileDeleted: ...
    def content(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[FileContentResponse, AsyncPage[FileContentResponse]]: ...
    async def create_and_poll(
        self, file_id: str, *, vector_store_id: str, attributes: dict[str, str | float | bool] | None = ...,
        poll_interval_ms: int = ..., max_wait_seconds: float = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    async def upload(
        self, *, vector_store_id: str, file: Any, chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    async def upload_and_poll(
        self, *, vector_store_id: str, file: Any, attributes: dict[str, str | float | bool] | None = ...,
        poll_interval_ms: int = ..., max_wait_seconds: float = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    async def poll(
        self, file_id: str, *, vector_store_id: str, poll_interval_ms: int = ..., max_wait_seconds: float = ...,
    ) -> VectorStoreFile: ...
