from typing import Any, Iterable, Literal, Sequence

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.resources.containers.containers import (
    AsyncContainersWithRawResponse,
    AsyncContainersWithStreamingResponse,
    ContainersWithRawResponse,
    ContainersWithStreamingResponse,
)
from openai.resources.containers.files import AsyncFiles, Files
from openai.types import ContainerCreateResponse, ContainerListResponse, ContainerRetrieveResponse
from openai.types.container_create_params import ExpiresAfter, NetworkPolicy, Skill


class Containers:
    files: Files
    with_raw_response: ContainersWithRawResponse
    with_streaming_response: ContainersWithStreamingResponse
    def create(
        self, *, name: str, expires_after: ExpiresAfter = ..., file_ids: Sequence[str] = ...,
        memory_limit: Literal["1g", "4g", "16g", "64g"] = ..., network_policy: NetworkPolicy = ...,
        skills: Iterable[Skill] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ContainerCreateResponse: ...
    def retrieve(
        self, container_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ContainerRetrieveResponse: ...
    def list(
        self, *, after: str = ..., limit: int = ..., name: str = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncCursorPage[ContainerListResponse]: ...
    def delete(
        self, container_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> None: ...


class AsyncContainers:
    files: AsyncFiles
    with_raw_response: AsyncContainersWithRawResponse
    with_streaming_response: AsyncContainersWithStreamingResponse
    async def create(
        self, *, name: str, expires_after: ExpiresAfter = ..., file_ids: Sequence[str] = ...,
        memory_limit: Literal["1g", "4g", "16g", "64g"] = ..., network_policy: NetworkPolicy = ...,
        skills: Iterable[Skill] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ContainerCreateResponse: ...
    async def retrieve(
        self, container_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ContainerRetrieveResponse: ...
    def list(
        self, *, after: str = ..., limit: int = ..., name: str = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[ContainerListResponse, AsyncCursorPage[ContainerListResponse]]: ...
    async def delete(
        self, container_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> None: ...
