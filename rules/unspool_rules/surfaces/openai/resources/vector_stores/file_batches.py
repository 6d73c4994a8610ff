from typing import Any, Iterable, Literal, Sequence

from openai._response import AsyncResponseContextManager, LegacyAPIResponse, ResponseContextManager
from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types import FileChunkingStrategyParam
from openai.types.vector_stores import VectorStoreFile, VectorStoreFileBatch
from openai.types.vector_stores.file_batch_create_params import File


class FileBatches:
    with_raw_response: FileBatchesWithRawResponse
    with_streaming_response: FileBatchesWithStreamingResponse
    def create(
        self, vector_store_id: str, *, attributes: dict[str, str | float | bool] | None = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., file_ids: Sequence[str] = ...,
        files: Iterable[File] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    def retrieve(
        self, batch_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    def cancel(
        self, batch_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    def list_files(
        self, batch_id: str, *, vector_store_id: str, after: str = ..., before: str = ...,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncCursorPage[VectorStoreFile]: ...
    def create_and_poll(
        self, vector_store_id: str, *, attributes: dict[str, str | float | bool] | None = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., file_ids: Sequence[str] = ...,
        files: Iterable[File] = ..., poll_interval_ms: int = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    def upload_and_poll(
        self, vector_store_id: str, *, files: Iterable[Any], max_concurrency: int = ...,
        file_ids: Sequence[str] = ..., poll_interval_ms: int = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFileBatch: ...
    def poll(self, batch_id: str, *, vector_store_id: str, poll_interval_ms: int = ...) -> VectorStoreFileBatch: ...


class AsyncFileBatches:
    with_raw_response: AsyncFileBatchesWithRawResponse
    with_streaming_response: AsyncFileBatchesWithStreamingResponse
    async def create(
        self, vector_store_id: str, *, attributes: dict[str, str | float | bool] | None = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., file_ids: Sequence[str] = ...,
        files: Iterable[File] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    async def retrieve(
        self, batch_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    async def cancel(
        self, batch_id: str, *, vector_store_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    def list_files(
        self, batch_id: str, *, vector_store_id: str, after: str = ..., before: str = ...,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[VectorStoreFile, AsyncCursorPage[VectorStoreFile]]: ...
    async def create_and_poll(
        self, vector_store_id: str, *, attributes: dict[str, str | float | bool] | None = ...,
        chunking_strategy: FileChunkingStrategyParam = ..., file_ids: Sequence[str] = ...,
        files: Iterable[File] = ..., poll_interval_ms: int = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStoreFileBatch: ...
    async def upload_and_poll(
        self, vector_store_id: str, *, files: Iterable[Any], max_concurrency: int = ...,
        file_ids: Sequence[str] = ..., poll_interval_ms: int = ...,
        chunking_strategy: FileChunkingStrategyParam = ...,
    ) -> VectorStoreFileBatch: ...
    async def poll(
        self, batch_id: str, *, vector_store_id: str, poll_interval_ms: int = ...,
    ) -> VectorStoreFileBatch: ...


class FileBatchesWithRawResponse:
    def create(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[VectorStoreFileBatch]: ...
    def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[VectorStoreFileBatch]: ...
    def cancel(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[VectorStoreFileBatch]: ...
    def list_files(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[SyncCursorPage[VectorStoreFile]]: ...


class FileBatchesWithStreamingResponse:
    def create(self, *args: Any, **kwargs: Any) -> ResponseContextManager[VectorStoreFileBatch]: ...
    def retrieve(self, *args: Any, **kwargs: Any) -> ResponseContextManager[VectorStoreFileBatch]: ...
    def cancel(self, *args: Any, **kwargs: Any) -> ResponseContextManager[VectorStoreFileBatch]: ...
    def list_files(self, *args: Any, **kwargs: Any) -> ResponseContextManager[SyncCursorPage[VectorStoreFile]]: ...


class AsyncFileBatchesWithRawResponse:
    async def create(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[VectorStoreFileBatch]: ...
    async def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[VectorStoreFileBatch]: ...
    async def cancel(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[VectorStoreFileBatch]: ...
    async def list_files(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AsyncCursorPage[VectorStoreFile]]: ...


class AsyncFileBatchesWithStreamingResponse:
    def create(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[VectorStoreFileBatch]: ...
    def retrieve(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[VectorStoreFileBatch]: ...
    def cancel(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[VectorStoreFileBatch]: ...
    def list_files(
        self, *args: Any, **kwargs: Any,
    ) -> AsyncResponseContextManager[AsyncCursorPage[VectorStoreFile]]: ...
