from typing import Any, Literal, Sequence

from openai.pagination import AsyncCursorPage, AsyncPage, AsyncPaginator, SyncCursorPage, SyncPage
from openai.resources.vector_stores.file_batches import AsyncFileBatches, FileBatches
from openai.resources.vector_stores.files import AsyncFiles, Files
from openai.resources.vector_stores.vector_stores import (
    AsyncVectorStoresWithRawResponse,
    AsyncVectorStoresWithStreamingResponse,
    VectorStoresWithRawResponse,
    VectorStoresWithStreamingResponse,
)
from openai.types import FileChunkingStrategyParam, VectorStore, VectorStoreDeleted, VectorStoreSearchResponse
from openai.types.shared_params import Metadata
from openai.types.vector_store_create_params import ExpiresAfter
from openai.types.vector_store_search_params import Filters, RankingOptions
from openai.types.vector_store_update_params import ExpiresAfter as _VectorStoreUpdateParamsExpiresAfter


class VectorStores:
    files: Files
    file_batches: FileBatches
    with_raw_response: VectorStoresWithRawResponse
    with_streaming_response: VectorStoresWithStreamingResponse
    def create(
        self, *, chunking_strategy: FileChunkingStrategyParam = ..., description: str = ...,
        expires_after: ExpiresAfter = ..., file_ids: Sequence[str] = ..., metadata: Metadata | None = ...,
        name: str = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStore: ...
    def retrieve(
        self, vector_store_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> VectorStore: ...
    def update(
        self, vector_store_id: str, *, expires_after: _VectorStoreUpdateParamsExpiresAfter | None = ...,
        metadata: Metadata | None = ..., name: str | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStore: ...
    def list(
        self, *, after: str = ..., before: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncCursorPage[VectorStore]: ...
    def delete(
        self, vector_store_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> VectorStoreDeleted: ...
    def search(
        self, vector_store_id: str, *, query: str | Sequence[str], filters: Filters = ..., max_num_results: int = ...,
        ranking_options: RankingOptions = ..., rewrite_query: bool = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncPage[VectorStoreSearchResponse]: ...


class AsyncVectorStores:
    files: AsyncFiles
    file_batches: AsyncFileBatches
    with_raw_response: AsyncVectorStoresWithRawResponse
    with_streaming_response: AsyncVectorStoresWithStreamingResponse
    async def create(
        self, *, chunking_strategy: FileChunkingStrategyParam = ..., description: str = ...,
        expires_after: ExpiresAfter = ..., file_ids: Sequence[str] = ..., metadata: Metadata | None = ...,
        name: str = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStore: ...
    async def retrieve(
        self, vector_store_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> VectorStore: ...
    async def update(
        self, vector_store_id: str, *, expires_after: _VectorStoreUpdateParamsExpiresAfter | None = ...,
        metadata: Metadata | None = ..., name: str | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> VectorStore: ...
    def list(
        self, *, after: str = ..., before: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[VectorStore, AsyncCursorPage[VectorStore]]: ...
    async def delete(
        self, vector_store_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> VectorStoreDeleted: ...
    def search(
        self, vector_store_id: str, *, query: str | Sequence[str], filters: Filters = ..., max_num_results: int = ...,
        ranking_options: RankingOptions = ..., rewrite_query: bool = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[VectorStoreSearchResponse, AsyncPage[VectorStoreSearchResponse]]: ...
