from typing import Any, Iterable, List, Literal

from openai._streaming import AsyncStream, Stream
from openai.lib.streaming import (
    AssistantEventHandler,
    AssistantStreamManager,
    AsyncAssistantEventHandler,
    AsyncAssistantStreamManager,
)
from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.resources.beta.threads.runs.runs import (
    AsyncRunsWithRawResponse,
    AsyncRunsWithStreamingResponse,
    RunsWithRawResponse,
    RunsWithStreamingResponse,
)
from openai.resources.beta.threads.runs.steps import AsyncSteps, Steps
from openai.types.beta import (
    AssistantResponseFormatOptionParam,
    AssistantStreamEvent,
    AssistantToolChoiceOptionParam,
    AssistantToolParam,
)
from openai.types.beta.threads import Run
from openai.types.beta.threads.run_create_params import AdditionalMessage, TruncationStrategy
from openai.types.beta.threads.run_submit_tool_outputs_params import ToolOutput
from openai.types.beta.threads.runs import RunStepInclude
from openai.types.shared import ReasoningEffort
from openai.types.shared_params import Metadata


class Runs:
    steps: Steps
    with_raw_response: RunsWithRawResponse
    with_streaming_response: RunsWithStreamingResponse
    def create_and_poll(
        self, *, assistant_id: str, include: List[RunStepInclude] = ..., additional_instructions: str | None = ...,
        additional_messages: Iterable[AdditionalMessage] | None = ..., instructions: str | None = ...,
        max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ..., metadata: Metadata | None = ...,
        model: str | None = ..., parallel_tool_calls: bool = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tools: Iterable[AssistantToolParam] | None = ...,
        top_p: float | None = ..., truncation_strategy: TruncationStrategy | None = ..., poll_interval_ms: int = ...,
        thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def create_and_stream(
        self, *, assistant_id: str, additional_instructions: str | None = ...,
        additional_messages: Iterable[AdditionalMessage] | None = ..., instructions: str | None = ...,
        max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ..., metadata: Metadata | None = ...,
        model: str | None = ..., parallel_tool_calls: bool = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tools: Iterable[AssistantToolParam] | None = ...,
        top_p: float | None = ..., truncation_strategy: TruncationStrategy | None = ..., thread_id: str,
        event_handler: AssistantEventHandler | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantStreamManager[AssistantEventHandler]: ...
    def poll(
        self, run_id: str, thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ..., poll_interval_ms: int = ...,
    ) -> Run: ...
    def stream(
        self, *, assistant_id: str, include: List[RunStepInclude] = ..., additional_instructions: str | None = ...,
        additional_messages: Iterable[AdditionalMessage] | None = ..., instructions: str | None = ...,
        max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ..., metadata: Metadata | None = ...,
        model: str | None = ..., parallel_tool_calls: bool = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tools: Iterable[AssistantToolParam] | None = ...,
        top_p: float | None = ..., truncation_strategy: TruncationStrategy | None = ..., thread_id: str,
        event_handler: AssistantEventHandler | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantStreamManager[AssistantEventHandler]: ...
    def submit_tool_outputs_and_poll(
        self, *, tool_outputs: Iterable[ToolOutput], run_id: str, thread_id: str, poll_interval_ms: int = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def submit_tool_outputs_stream(
        self, *, tool_outputs: Iterable[ToolOutput], run_id: str, thread_id: str,
        event_handler: AssistantEventHandler | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AssistantStreamManager[AssistantEventHandler]: ...
    def create(
        self, thread_id: str, *, assistant_id: str, include: List[RunStepInclude] = ...,
        additional_instructions: str | None = ..., additional_messages: Iterable[AdditionalMessage] | None = ...,
        instructions: str | None = ..., max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ...,
        metadata: Metadata | None = ..., model: str | None = ..., parallel_tool_calls: bool = ...,
        reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., stream: bool | None = ...,
        temperature: float | None = ..., tool_choice: AssistantToolChoiceOptionParam | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Run | Stream[AssistantStreamEvent]: ...
    def retrieve(
        self, run_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Run: ...
    def update(
        self, run_id: str, *, thread_id: str, metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def list(
        self, thread_id: str, *, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> SyncCursorPage[Run]: ...
    def cancel(
        self, run_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Run: ...
    def submit_tool_outputs(
        self, run_id: str, *, thread_id: str, tool_outputs: Iterable[ToolOutput], stream: bool | None = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run | Stream[AssistantStreamEvent]: ...


class AsyncRuns:
    steps: AsyncSteps
    with_raw_response: AsyncRunsWithRawResponse
    with_streaming_response: AsyncRunsWithStreamingResponse
    async def create_and_poll(
        self, *, assistant_id: str, include: List[RunStepInclude] = ..., additional_instructions: str | None = ...,
        additional_messages: Iterable[AdditionalMessage] | None = ..., instructions: str | None = ...,
        max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ..., metadata: Metadata | None = ...,
        model: str | None = ..., parallel_tool_calls: bool = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tools: Iterable[AssistantToolParam] | None = ...,
        top_p: float | None = ..., truncation_strategy: TruncationStrategy | None = ..., poll_interval_ms: int = ...,
        thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def create_and_stream(
        self, *, assistant_id: str, additional_instructions: str | None = ...,
        additional_messages: Iterable[AdditionalMessage] | None = ..., instructions: str | None = ...,
        max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ..., metadata: Metadata | None = ...,
        model: str | None = ..., parallel_tool_calls: bool = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tools: Iterable[AssistantToolParam] | None = ...,
        top_p: float | None = ..., truncation_strategy: TruncationStrategy | None = ..., thread_id: str,
        event_handler: AsyncAssistantEventHandler | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncAssistantStreamManager[AsyncAssistantEventHandler]: ...
    async def poll(
        self, run_id: str, thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ..., poll_interval_ms: int = ...,
    ) -> Run: ...
    def stream(
        self, *, assistant_id: str, include: List[RunStepInclude] = ..., additional_instructions: str | None = ...,
        additional_messages: Iterable[AdditionalMessage] | None = ..., instructions: str | None = ...,
        max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ..., metadata: Metadata | None = ...,
        model: str | None = ..., parallel_tool_calls: bool = ..., reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., temperature: float | None = ...,
        tool_choice: AssistantToolChoiceOptionParam | None = ..., tools: Iterable[AssistantToolParam] | None = ...,
        top_p: float | None = ..., truncation_strategy: TruncationStrategy | None = ..., thread_id: str,
        event_handler: AsyncAssistantEventHandler | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncAssistantStreamManager[AsyncAssistantEventHandler]: ...
    async def submit_tool_outputs_and_poll(
        self, *, tool_outputs: Iterable[ToolOutput], run_id: str, thread_id: str, poll_interval_ms: int = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def submit_tool_outputs_stream(
        self, *, tool_outputs: Iterable[ToolOutput], run_id: str, thread_id: str,
        event_handler: AsyncAssistantEventHandler | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncAssistantStreamManager[AsyncAssistantEventHandler]: ...
    async def create(
        self, thread_id: str, *, assistant_id: str, include: List[RunStepInclude] = ...,
        additional_instructions: str | None = ..., additional_messages: Iterable[AdditionalMessage] | None = ...,
        instructions: str | None = ..., max_completion_tokens: int | None = ..., max_prompt_tokens: int | None = ...,
        metadata: Metadata | None = ..., model: str | None = ..., parallel_tool_calls: bool = ...,
        reasoning_effort: ReasoningEffort | None = ...,
        response_format: AssistantResponseFormatOptionParam | None = ..., stream: bool | None = ...,
        temperature: float | None = ..., tool_choice: AssistantToolChoiceOptionParam | None = ...,
        tools: Iterable[AssistantToolParam] | None = ..., top_p: float | None = ...,
        truncation_strategy: TruncationStrategy | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Run | AsyncStream[AssistantStreamEvent]: ...
    async def retrieve(
        self, run_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Run: ...
    async def update(
        self, run_id: str, *, thread_id: str, metadata: Metadata | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run: ...
    def list(
        self, thread_id: str, *, after: str = ..., before: str = ..., limit: int = ...,
        order: Literal["asc", "desc"] = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> AsyncPaginator[Run, AsyncCursorPage[Run]]: ...
    async def cancel(
        self, run_id: str, *, thread_id: str, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Run: ...
    async def submit_tool_outputs(
        self, run_id: str, *, thread_id: str, tool_outputs: Iterable[ToolOutput], stream: bool | None = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Run | AsyncStream[AssistantStreamEvent]: ...
