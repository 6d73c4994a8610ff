from typing import Any, Iterable, List, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.resources.beta.assistants.assistants import (
    AssistantsWithRawResponse,
    AssistantsWithStreamingResponse,
    AsyncAssistantsWithRawResponse,
    AsyncAssistantsWithStreamingResponse,
)
from openai.resources.beta.assistants.files import AsyncFiles, Files
from openai.types.beta import Assistant, AssistantDeleted, AssistantResponseFormatOptionParam, AssistantToolParam
from openai.types.beta.assistant_create_params import ToolResources
from openai.types.beta.assistant_update_params import ToolResources as _AssistantUpdateParamsToolResources
from openai.types.shared import ReasoningEffort
from openai.types.shared_params import Metadata


class Assistants:
    with_raw_response: AssistantsWithRawResponse
    with_streaming_response: AssistantsWithStreamingResponse
    files: Files
    def create(
        self, *, model: str, description: str | None = ..., instructions: str | None = ...,
        metadata: Metadata | None = ..., name: str | None = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_resources: ToolResources | None = ..., tools: Iterable[AssistantToolParam] = ...,
        top_p: float | None = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ..., file_ids: List[str] = ...,
    ) -> Assistant: ...
    def retrieve(
        self, assistant_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Assistant: ...
    def update(
        self, assistant_id: str, *, description: str | None = ..., instructions: str | None = ...,
        metadata: Metadata | None = ...,
        model: str | Literal["gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-2025-08-07", "gpt-5-mini-2025-08-07", "gpt-5-nano-2025-08-07", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14", "gpt-4.1-nano-2025-04-14", "o3-mini", "o3-mini-2025-01-31", "o1", "o1-2024-12-17", "gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-4.5-preview", "gpt-4.5-preview-2025-02-27", "gpt-4-turbo", "gpt-4-turbo-2024-04-09", "gpt-4-0125-preview", "gpt-4-turbo-preview", "gpt-4-1106-preview", "gpt-4-vision-preview", "gpt-4", "gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "gpt-4-32k-0314", "gpt-4-32k-0613", "gpt-3.5-turbo", "gpt-3.5-turbo-16k", "gpt-3.5-turbo-0613", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0125", "gpt-3.5-turbo-16k-0613"] = ...,
        name: str | None = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_resources: _AssistantUpdateParamsToolResources | None = ..., tools: Iterable[AssistantToolParam] = ...,
        top_p: float | None = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ..., file_ids: List[str] = ...,
    ) -> Assistant: ...
    def list(
        self, *, after: str = ..., before: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncCursorPage[Assistant]: ...
    def delete(
        self, assistant_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AssistantDeleted: ...


class AsyncAssistants:
    with_raw_response: AsyncAssistantsWithRawResponse
    with_streaming_response: AsyncAssistantsWithStreamingResponse
    files: AsyncFiles
    async def create(
        self, *, model: str, description: str | None = ..., instructions: str | None = ...,
        metadata: Metadata | None = ..., name: str | None = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_resources: ToolResources | None = ..., tools: Iterable[AssistantToolParam] = ...,
        top_p: float | None = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ..., file_ids: List[str] = ...,
    ) -> Assistant: ...
    async def retrieve(
        self, assistant_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Assistant: ...
    async def update(
        self, assistant_id: str, *, description: str | None = ..., instructions: str | None = ...,
        metadata: Metadata | None = ...,
        model: str | Literal["gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-2025-08-07", "gpt-5-mini-2025-08-07", "gpt-5-nano-2025-08-07", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14", "gpt-4.1-nano-2025-04-14", "o3-mini", "o3-mini-2025-01-31", "o1", "o1-2024-12-17", "gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-4.5-preview", "gpt-4.5-preview-2025-02-27", "gpt-4-turbo", "gpt-4-turbo-2024-04-09", "gpt-4-0125-preview", "gpt-4-turbo-preview", "gpt-4-1106-preview", "gpt-4-vision-preview", "gpt-4", "gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "gpt-4-32k-0314", "gpt-4-32k-0613", "gpt-3.5-turbo", "gpt-3.5-turbo-16k", "gpt-3.5-turbo-0613", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0125", "gpt-3.5-turbo-16k-0613"] = ...,
        name: str | None = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_resources: _AssistantUpdateParamsToolResources | None = ..., tools: Iterable[AssistantToolParam] = ...,
        top_p: float | None = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ..., file_ids: List[str] = ...,
    ) -> Assistant: ...
    def list(
        self, *, after: str = ..., before: str = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[Assistant, AsyncCursorPage[Assistant]]: ...
    async def delete(
        self, assistant_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AssistantDeleted: ...
