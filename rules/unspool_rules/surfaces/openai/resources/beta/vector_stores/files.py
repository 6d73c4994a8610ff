from typing import Any, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types import FileChunkingStrategyParam
from openai.types.vector_stores import VectorStoreFile, VectorStoreFileDeleted


class Files:
    with_raw_response: Any
    with_streaming_response: Any
    def create(
        self, vector_store_id: str, *, file_id: str, chunking_strategy: FileChunkingStrategyParam = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    def retrieve(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
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
    def create_and_poll(
        self, file_id: str, *, vector_store_id: str, poll_interval_ms: int = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    def poll(self, file_id: str, *, vector_store_id: str, poll_interval_ms: int = ...) -> VectorStoreFile: ...
    def upload(
        self, *, vector_store_id: str, file: Any, chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    def upload_and_poll(
        self, *, vector_store_id: str, file: Any, poll_interval_ms: int = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...


class AsyncFiles:
    with_raw_response: Any
    with_streaming_response: Any
    async def create(
        self, vector_store_id: str, *, file_id: str, chunking_strategy: FileChunkingStrategyParam = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFile: ...
    async def retrieve(
        self, file_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
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
    async def create_and_poll(
        self, file_id: str, *, vector_store_id: str, poll_interval_ms: int = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    async def poll(self, file_id: str, *, vector_store_id: str, poll_interval_ms: int = ...) -> VectorStoreFile: ...
    async def upload(
        self, *, vector_store_id: str, file: Any, chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
    async def upload_and_poll(
        self, *, vector_store_id: str, file: Any, poll_interval_ms: int = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFile: ...
