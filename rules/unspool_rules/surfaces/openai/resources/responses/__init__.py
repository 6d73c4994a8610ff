from typing import Any, Iterable, Literal

from openai._streaming import AsyncStream, Stream
from openai.resources.responses.input_items import AsyncInputItems, InputItems
from openai.resources.responses.input_tokens import AsyncInputTokens, InputTokens
from openai.resources.responses.responses import (
    AsyncResponsesWithRawResponse,
    AsyncResponsesWithStreamingResponse,
    ResponsesWithRawResponse,
    ResponsesWithStreamingResponse,
)
from openai.types.responses import (
    CompactedResponse,
    ParsedResponse,
    Response,
    ResponseIncludable,
    ResponseStreamEvent,
    ServiceTier,
)
from openai.types.shared_params import Metadata, Reasoning


class Responses:
    input_items: InputItems
    input_tokens: InputTokens
    with_raw_response: ResponsesWithRawResponse
    with_streaming_response: ResponsesWithStreamingResponse
    def parse(
        self, *, text_format: type = ..., parse_as: type | None = ..., access_programs: Any = ...,
        background: bool | None = ..., background_options: Any = ..., context_management: Iterable[Any] | None = ...,
        conversation: Any = ..., image: Any = ..., include: list[ResponseIncludable] | None = ...,
        input: str | list[Any] = ..., instructions: str | None = ..., max_output_tokens: int | None = ...,
        max_tool_calls: int | None = ..., metadata: Metadata | None = ..., model: str = ..., moderation: Any = ...,
        parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ..., prompt: Any = ...,
        prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: bool | None = ..., stream_options: Any = ..., temperature: float | None = ..., text: Any = ...,
        tool_choice: Any = ..., tools: Iterable[Any] = ..., top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
        verbosity: Literal["low", "medium", "high"] | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> ParsedResponse: ...
    def stream(
        self, *, response_id: str = ..., input: str | list[Any] = ..., model: str = ..., access_programs: Any = ...,
        background: bool | None = ..., background_options: Any = ..., context_management: Iterable[Any] | None = ...,
        text_format: type[Any] = ..., tools: Iterable[Any] = ..., conversation: Any = ..., image: Any = ...,
        include: list[ResponseIncludable] | None = ..., instructions: str | None = ...,
        max_output_tokens: int | None = ..., max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        parallel_tool_calls: bool | None = ..., moderation: Any = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream_options: Any = ..., temperature: float | None = ..., text: Any = ..., tool_choice: Any = ...,
        top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ..., starting_after: int = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Any: ...
    def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., image: Any = ...,
        include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ..., instructions: str | None = ...,
        max_output_tokens: int | None = ..., max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        model: str = ..., moderation: Any = ..., parallel_tool_calls: bool | None = ...,
        previous_response_id: str | None = ..., prompt: Any = ..., prompt_cache_key: str | None = ...,
        prompt_cache_options: Any = ..., prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        reasoning: Reasoning | None = ..., safety_identifier: str | None = ...,
        service_tier: ServiceTier | None = ..., store: bool | None = ..., stream: bool | None = ...,
        stream_options: Any = ..., temperature: float | None = ..., text: Any = ..., tool_choice: Any = ...,
        tools: Iterable[Any] = ..., top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Response | Stream[ResponseStreamEvent]: ...
    def retrieve(
        self, response_id: str, *, include: list[ResponseIncludable] = ..., include_obfuscation: bool = ...,
        starting_after: int = ..., stream: bool = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Response | Stream[ResponseStreamEvent]: ...
    def delete(
        self, response_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> None: ...
    def cancel(
        self, response_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Response: ...
    def compact(
        self, *, model: str | None, image: Any = ..., input: str | Iterable[Any] | None = ...,
        instructions: str | None = ..., previous_response_id: str | None = ..., prompt_cache_key: str | None = ...,
        prompt_cache_options: Any = ..., prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        service_tier: Literal["auto", "default", "fast", "flex", "priority"] | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> CompactedResponse: ...


class AsyncResponses:
    input_items: AsyncInputItems
    input_tokens: AsyncInputTokens
    with_raw_response: AsyncResponsesWithRawResponse
    with_streaming_response: AsyncResponsesWithStreamingResponse
    async def parse(
        self, *, text_format: type = ..., parse_as: type | None = ..., access_programs: Any = ...,
        background: bool | None = ..., background_options: Any = ..., context_management: Iterable[Any] | None = ...,
        conversation: Any = ..., image: Any = ..., include: list[ResponseIncludable] | None = ...,
        input: str | list[Any] = ..., instructions: str | None = ..., max_output_tokens: int | None = ...,
        max_tool_calls: int | None = ..., metadata: Metadata | None = ..., model: str = ..., moderation: Any = ...,
        parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ..., prompt: Any = ...,
        prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: bool | None = ..., stream_options: Any = ..., temperature: float | None = ..., text: Any = ...,
        tool_choice: Any = ..., tools: Iterable[Any] = ..., top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
        verbosity: Literal["low", "medium", "high"] | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> ParsedResponse: ...
    def stream(
        self, *, response_id: str = ..., input: str | list[Any] = ..., model: str = ..., access_programs: Any = ...,
        background: bool | None = ..., background_options: Any = ..., context_management: Iterable[Any] | None = ...,
        text_format: type[Any] = ..., tools: Iterable[Any] = ..., conversation: Any = ..., image: Any = ...,
        include: list[ResponseIncludable] | None = ..., instructions: str | None = ...,
        max_output_tokens: int | None = ..., max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        parallel_tool_calls: bool | None = ..., moderation: Any = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream_options: Any = ..., temperature: float | None = ..., text: Any = ..., tool_choice: Any = ...,
        top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ..., starting_after: int = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Any: ...
    async def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., image: Any = ...,
        include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ..., instructions: str | None = ...,
        max_output_tokens: int | None = ..., max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        model: str = ..., moderation: Any = ..., parallel_tool_calls: bool | None = ...,
        previous_response_id: str | None = ..., prompt: Any = ..., prompt_cache_key: str | None = ...,
        prompt_cache_options: Any = ..., prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        reasoning: Reasoning | None = ..., safety_identifier: str | None = ...,
        service_tier: ServiceTier | None = ..., store: bool | None = ..., stream: bool | None = ...,
        stream_options: Any = ..., temperature: float | None = ..., text: Any = ..., tool_choice: Any = ...,
        tools: Iterable[Any] = ..., top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Response | AsyncStream[ResponseStreamEvent]: ...
    async def retrieve(
        self, response_id: str, *, include: list[ResponseIncludable] = ..., include_obfuscation: bool = ...,
        starting_after: int = ..., stream: bool = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> Response | AsyncStream[ResponseStreamEvent]: ...
    async def delete(
        self, response_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> None: ...
    async def cancel(
        self, response_id: str, *, extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Response: ...
    async def compact(
        self, *, model: str | None, image: Any = ..., input: str | Iterable[Any] | None = ...,
        instructions: str | None = ..., previous_response_id: str | None = ..., prompt_cache_key: str | None = ...,
        prompt_cache_options: Any = ..., prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        service_tier: Literal["auto", "default", "fast", "flex", "priority"] | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> CompactedResponse: ...


class ResponsesResponseResource:
    def steer(self, *, input: str | Iterable[Any], previous_response_id: str) -> None: ...
    def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., generate: bool = ...,
        image: Any = ..., include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ...,
        instructions: str | None = ..., max_output_tokens: int | None = ..., max_tool_calls: int | None = ...,
        metadata: Metadata | None = ..., model: str = ..., moderation: Any = ...,
        parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ..., prompt: Any = ...,
        prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: bool | None = ..., stream_id: str = ..., stream_options: Any = ..., temperature: float | None = ...,
        text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ..., top_logprobs: int | None = ...,
        top_p: float | None = ..., truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
    ) -> None: ...


class AsyncResponsesResponseResource:
    async def steer(self, *, input: str | Iterable[Any], previous_response_id: str) -> None: ...
    async def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., generate: bool = ...,
        image: Any = ..., include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ...,
        instructions: str | None = ..., max_output_tokens: int | None = ..., max_tool_calls: int | None = ...,
        metadata: Metadata | None = ..., model: str = ..., moderation: Any = ...,
        parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ..., prompt: Any = ...,
        prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: bool | None = ..., stream_id: str = ..., stream_options: Any = ..., temperature: float | None = ...,
        text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ..., top_logprobs: int | None = ...,
        top_p: float | None = ..., truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
    ) -> None: ...
