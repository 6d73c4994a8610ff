from typing import Any, Iterable, List, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.resources.beta.threads.messages.files import AsyncFiles, Files
from openai.resources.beta.threads.messages.messages import (
    AsyncMessagesWithRawResponse,
    AsyncMessagesWithStreamingResponse,
    MessagesWithRawResponse,
    MessagesWithStreamingResponse,
)
from openai.types.beta.threads import Message, MessageContentPartParam, MessageDeleted
from openai.types.beta.threads.message_create_params import Attachment
from openai.types.shared_params import Metadata


class Messages:
    with_raw_response: MessagesWithRawResponse
    with_streaming_response: MessagesWithStreamingResponse
    files: Files
    def create(
        self, thread_id: str, *, content: str | Iterable[MessageContentPartParam], role: Literal["user", "assistant"],
        attachments: Iterable[Attachment] | None = ..., metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ..., file_ids: List[str] = ...,
    ) -> Message: ...
    def retrieve(
        self, message_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Message: ...
    def update(
        self, message_id: str, *, thread_id: str, metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Message: ...
    def list(
        self, thread_id: str, *, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., run_id: str = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncCursorPage[Message]: ...
    def delete(
        self, message_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> MessageDeleted: ...


class AsyncMessages:
    with_raw_response: AsyncMessagesWithRawResponse
    with_streaming_response: AsyncMessagesWithStreamingResponse
    files: AsyncFiles
    async def create(
        self, thread_id: str, *, content: str | Iterable[MessageContentPartParam], role: Literal["user", "assistant"],
        attachments: Iterable[Attachment] | None = ..., metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ..., file_ids: List[str] = ...,
    ) -> Message: ...
    async def retrieve(
        self, message_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Message: ...
    async def update(
        self, message_id: str, *, thread_id: str, metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Message: ...
    def list(
        self, thread_id: str, *, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., run_id: str = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[Message, AsyncCursorPage[Message]]: ...
    async def delete(
        self, message_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> MessageDeleted: ...
