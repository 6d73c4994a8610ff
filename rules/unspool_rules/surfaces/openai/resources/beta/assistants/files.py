from typing import Any, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.beta.assistants import AssistantFile, FileDeleteResponse


class Files:
    with_raw_response: Any
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
    with_raw_response: Any
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
