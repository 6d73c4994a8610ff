from typing import Any, Iterable

from openai._streaming import AsyncStream, Stream
from openai.lib.streaming import (
    AssistantEventHandler,
    AssistantStreamManager,
    AsyncAssistantEventHandler,
    AsyncAssistantStreamManager,
)
from openai.resources.beta.threads.messages import AsyncMessages, Messages
from openai.resources.beta.threads.runs import AsyncRuns, Runs
from openai.resources.beta.threads.threads import (
    AsyncThreadsWithRawResponse,
    AsyncThreadsWithStreamingResponse,
    ThreadsWithRawResponse,
    ThreadsWithStreamingResponse,
)
from openai.types.beta import (
    AssistantResponseFormatOptionParam,
    AssistantStreamEvent,
    AssistantToolChoiceOptionParam,
    AssistantToolParam,
    Thread as _BetaThread,
    ThreadDeleted,
)
from openai.types.beta.thread_create_and_run_params import Thread, ToolResources, TruncationStrategy
from openai.types.beta.thread_create_params import Message, ToolResources as _ThreadCreateParamsToolResources
from openai.types.beta.thread_update_params import ToolResources as _ThreadUpdateParamsToolResources
from openai.types.beta.threads import Run
from openai.types.shared_params import Metadata


class Threads:
    runs: Runs
    messages: Messages
    with_raw_response: ThreadsWithRawResponse
    with_streaming_response: ThreadsWithStreamingResponse
    def create_and_run_poll(
        self, *, assistant_id: str, instructions: str | None = ..., max_completion_tokens: int | None = ...,
        max_prompt_tokens: int | None = ..., metadata: Metadata | None = ..., model: str | None = ...,
        parallel_tool_calls: bool = ..., response_format: AssistantResponseFormatOptionParam | None = ...,
        temperature: float | None = ..., thread: Thread = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tool_resources: ToolResources | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., poll_interval_ms: int = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def create_and_run_stream(
        self, *, assistant_id: str, instructions: str | None = ..., max_completion_tokens: int | None = ...,
        max_prompt_tokens: int | None = ..., metadata: Metadata | None = ..., model: str | None = ...,
        parallel_tool_calls: bool = ..., response_format: AssistantResponseFormatOptionParam | None = ...,
        temperature: float | None = ..., thread: Thread = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tool_resources: ToolResources | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., event_handler: AssistantEventHandler | None = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantStreamManager[AssistantEventHandler]: ...
    def create(
        self, *, messages: Iterable[Message] = ..., metadata: Metadata | None = ...,
        tool_resources: _ThreadCreateParamsToolResources | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> _BetaThread: ...
    def retrieve(
        self, thread_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> _BetaThread: ...
    def update(
        self, thread_id: str, *, metadata: Metadata | None = ...,
        tool_resources: _ThreadUpdateParamsToolResources | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> _BetaThread: ...
    def delete(
        self, thread_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ThreadDeleted: ...
    def create_and_run(
        self, *, assistant_id: str, instructions: str | None = ..., max_completion_tokens: int | None = ...,
        max_prompt_tokens: int | None = ..., metadata: Metadata | None = ..., model: str | None = ...,
        parallel_tool_calls: bool = ..., response_format: AssistantResponseFormatOptionParam | None = ...,
        stream: bool | None = ..., temperature: float | None = ..., thread: Thread = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tool_resources: ToolResources | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Run | Stream[AssistantStreamEvent]: ...


class AsyncThreads:
    runs: AsyncRuns
    messages: AsyncMessages
    with_raw_response: AsyncThreadsWithRawResponse
    with_streaming_response: AsyncThreadsWithStreamingResponse
    async def create_and_run_poll(
        self, *, assistant_id: str, instructions: str | None = ..., max_completion_tokens: int | None = ...,
        max_prompt_tokens: int | None = ..., metadata: Metadata | None = ..., model: str | None = ...,
        parallel_tool_calls: bool = ..., response_format: AssistantResponseFormatOptionParam | None = ...,
        temperature: float | None = ..., thread: Thread = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tool_resources: ToolResources | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., poll_interval_ms: int = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def create_and_run_stream(
        self, *, assistant_id: str, instructions: str | None = ..., max_completion_tokens: int | None = ...,
        max_prompt_tokens: int | None = ..., metadata: Metadata | None = ..., model: str | None = ...,
        parallel_tool_calls: bool = ..., response_format: AssistantResponseFormatOptionParam | None = ...,
        temperature: float | None = ..., thread: Thread = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tool_resources: ToolResources | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., event_handler: AsyncAssistantEventHandler | None = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncAssistantStreamManager[AsyncAssistantEventHandler]: ...
    async def create(
        self, *, messages: Iterable[Message] = ..., metadata: Metadata | None = ...,
        tool_resources: _ThreadCreateParamsToolResources | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> _BetaThread: ...
    async def retrieve(
        self, thread_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> _BetaThread: ...
    async def update(
        self, thread_id: str, *, metadata: Metadata | None = ...,
        tool_resources: _ThreadUpdateParamsToolResources | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> _BetaThread: ...
    async def delete(
        self, thread_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> ThreadDeleted: ...
    async def create_and_run(
        self, *, assistant_id: str, instructions: str | None = ..., max_completion_tokens: int | None = ...,
        max_prompt_tokens: int | None = ..., metadata: Metadata | None = ..., model: str | None = ...,
        parallel_tool_calls: bool = ..., response_format: AssistantResponseFormatOptionParam | None = ...,
        stream: bool | None = ..., temperature: float | None = ..., thread: Thread = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tool_resources: ToolResources | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Run | AsyncStream[AssistantStreamEvent]: ...
