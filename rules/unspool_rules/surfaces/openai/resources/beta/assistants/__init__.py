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
        metadata: Metadata | None = ..., model: str = ..., name: str | None = ...,
        reasoning_effort: ReasoningEffort | None = ...,
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
        metadata: Metadata | None = ..., model: str = ..., name: str | None = ...,
        reasoning_effort: ReasoningEffort | None = ...,
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
