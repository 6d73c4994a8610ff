from typing import Any, AsyncIterator, Callable, Iterable, Iterator, Literal

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
    ResponsesServerEvent,
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
        max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        moderation: Any = ..., parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: Literal[False] | Literal[True] | None = ..., stream_options: Any = ...,
        temperature: float | None = ..., text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ...,
        top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
        verbosity: Literal["low", "medium", "high"] | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> ParsedResponse[Any]: ...
    def stream(
        self, *, response_id: str = ..., input: str | list[Any] = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., text_format: type[Any] = ..., tools: Iterable[Any] = ...,
        conversation: Any = ..., image: Any = ..., include: list[ResponseIncludable] | None = ...,
        instructions: str | None = ..., max_output_tokens: int | None = ..., max_tool_calls: int | None = ...,
        metadata: Metadata | None = ..., parallel_tool_calls: bool | None = ..., moderation: Any = ...,
        previous_response_id: str | None = ..., prompt: Any = ..., prompt_cache_key: str | None = ...,
        prompt_cache_options: Any = ..., prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        reasoning: Reasoning | None = ..., safety_identifier: str | None = ...,
        service_tier: ServiceTier | None = ..., store: bool | None = ..., stream_options: Any = ...,
        temperature: float | None = ..., text: Any = ..., tool_choice: Any = ..., top_logprobs: int | None = ...,
        top_p: float | None = ..., truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
        starting_after: int = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Any: ...
    def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., image: Any = ...,
        include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ..., instructions: str | None = ...,
        max_output_tokens: int | None = ..., max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        moderation: Any = ..., parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: Literal[False] | Literal[True] | None = ..., stream_options: Any = ...,
        temperature: float | None = ..., text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ...,
        top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Response | Stream[ResponseStreamEvent]: ...
    def retrieve(
        self, response_id: str, *, include: list[ResponseIncludable] = ..., include_obfuscation: bool = ...,
        starting_after: int = ..., stream: Literal[False] | Literal[True] = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
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
        self, *,
        model: Literal["gpt-6-astra", "gpt-6.2-astra", "gpt-6.1-sol", "gpt-6.2-sol", "gpt-6.1-terra", "gpt-6-sol", "gpt-6-luna", "gpt-5.6-sol", "gpt-5.6-terra", "gpt-5.6-luna", "gpt-5.5", "gpt-5.5-2026-04-23", "gpt-5.4", "gpt-5.4-mini", "gpt-5.4-nano", "gpt-5.4-mini-2026-03-17", "gpt-5.4-nano-2026-03-17", "gpt-5.3-chat-latest", "gpt-5.2", "gpt-5.2-2025-12-11", "gpt-5.2-chat-latest", "gpt-5.2-pro", "gpt-5.2-pro-2025-12-11", "gpt-5.1", "gpt-5.1-2025-11-13", "gpt-5.1-codex", "gpt-5.1-mini", "gpt-5.1-chat-latest", "gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-2025-08-07", "gpt-5-mini-2025-08-07", "gpt-5-nano-2025-08-07", "gpt-5-chat-latest", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14", "gpt-4.1-nano-2025-04-14", "o4-mini", "o4-mini-2025-04-16", "o3", "o3-2025-04-16", "o3-mini", "o3-mini-2025-01-31", "o1", "o1-2024-12-17", "o1-preview", "o1-preview-2024-09-12", "o1-mini", "o1-mini-2024-09-12", "gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13", "gpt-audio-mini", "gpt-audio-mini-2025-12-15", "gpt-4o-audio-preview", "gpt-4o-audio-preview-2024-10-01", "gpt-4o-audio-preview-2024-12-17", "gpt-4o-audio-preview-2025-06-03", "gpt-4o-mini-audio-preview", "gpt-4o-mini-audio-preview-2024-12-17", "gpt-4o-search-preview", "gpt-4o-mini-search-preview", "gpt-4o-search-preview-2025-03-11", "gpt-4o-mini-search-preview-2025-03-11", "chatgpt-4o-latest", "codex-mini-latest", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-4-turbo", "gpt-4-turbo-2024-04-09", "gpt-4-0125-preview", "gpt-4-turbo-preview", "gpt-4-1106-preview", "gpt-4-vision-preview", "gpt-4", "gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "gpt-4-32k-0314", "gpt-4-32k-0613", "gpt-3.5-turbo", "gpt-3.5-turbo-16k", "gpt-3.5-turbo-0301", "gpt-3.5-turbo-0613", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0125", "gpt-3.5-turbo-16k-0613", "o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] | str | None,
        image: Any = ..., input: str | Iterable[Any] | None = ..., instructions: str | None = ...,
        previous_response_id: str | None = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        service_tier: Literal["auto", "default", "fast", "flex", "priority"] | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> CompactedResponse: ...
    def connect(
        self, extra_query: Any = ..., extra_headers: Any = ..., websocket_connection_options: Any = ...,
        on_reconnecting: Callable[[Any], Any] | None = ..., max_retries: int = ..., initial_delay: float = ...,
        max_delay: float = ..., max_queue_size: int = ...,
    ) -> ResponsesConnectionManager: ...


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
        max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        moderation: Any = ..., parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: Literal[False] | Literal[True] | None = ..., stream_options: Any = ...,
        temperature: float | None = ..., text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ...,
        top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
        verbosity: Literal["low", "medium", "high"] | None = ..., extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> ParsedResponse[Any]: ...
    def stream(
        self, *, response_id: str = ..., input: str | list[Any] = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., text_format: type[Any] = ..., tools: Iterable[Any] = ...,
        conversation: Any = ..., image: Any = ..., include: list[ResponseIncludable] | None = ...,
        instructions: str | None = ..., max_output_tokens: int | None = ..., max_tool_calls: int | None = ...,
        metadata: Metadata | None = ..., parallel_tool_calls: bool | None = ..., moderation: Any = ...,
        previous_response_id: str | None = ..., prompt: Any = ..., prompt_cache_key: str | None = ...,
        prompt_cache_options: Any = ..., prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        reasoning: Reasoning | None = ..., safety_identifier: str | None = ...,
        service_tier: ServiceTier | None = ..., store: bool | None = ..., stream_options: Any = ...,
        temperature: float | None = ..., text: Any = ..., tool_choice: Any = ..., top_logprobs: int | None = ...,
        top_p: float | None = ..., truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
        starting_after: int = ..., extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ...,
        timeout: Any = ...,
    ) -> Any: ...
    async def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., image: Any = ...,
        include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ..., instructions: str | None = ...,
        max_output_tokens: int | None = ..., max_tool_calls: int | None = ..., metadata: Metadata | None = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        moderation: Any = ..., parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: Literal[False] | Literal[True] | None = ..., stream_options: Any = ...,
        temperature: float | None = ..., text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ...,
        top_logprobs: int | None = ..., top_p: float | None = ...,
        truncation: Literal["auto", "disabled"] | None = ..., user: str = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> Response | AsyncStream[ResponseStreamEvent]: ...
    async def retrieve(
        self, response_id: str, *, include: list[ResponseIncludable] = ..., include_obfuscation: bool = ...,
        starting_after: int = ..., stream: Literal[False] | Literal[True] = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
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
        self, *,
        model: Literal["gpt-6-astra", "gpt-6.2-astra", "gpt-6.1-sol", "gpt-6.2-sol", "gpt-6.1-terra", "gpt-6-sol", "gpt-6-luna", "gpt-5.6-sol", "gpt-5.6-terra", "gpt-5.6-luna", "gpt-5.5", "gpt-5.5-2026-04-23", "gpt-5.4", "gpt-5.4-mini", "gpt-5.4-nano", "gpt-5.4-mini-2026-03-17", "gpt-5.4-nano-2026-03-17", "gpt-5.3-chat-latest", "gpt-5.2", "gpt-5.2-2025-12-11", "gpt-5.2-chat-latest", "gpt-5.2-pro", "gpt-5.2-pro-2025-12-11", "gpt-5.1", "gpt-5.1-2025-11-13", "gpt-5.1-codex", "gpt-5.1-mini", "gpt-5.1-chat-latest", "gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-2025-08-07", "gpt-5-mini-2025-08-07", "gpt-5-nano-2025-08-07", "gpt-5-chat-latest", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14", "gpt-4.1-nano-2025-04-14", "o4-mini", "o4-mini-2025-04-16", "o3", "o3-2025-04-16", "o3-mini", "o3-mini-2025-01-31", "o1", "o1-2024-12-17", "o1-preview", "o1-preview-2024-09-12", "o1-mini", "o1-mini-2024-09-12", "gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13", "gpt-audio-mini", "gpt-audio-mini-2025-12-15", "gpt-4o-audio-preview", "gpt-4o-audio-preview-2024-10-01", "gpt-4o-audio-preview-2024-12-17", "gpt-4o-audio-preview-2025-06-03", "gpt-4o-mini-audio-preview", "gpt-4o-mini-audio-preview-2024-12-17", "gpt-4o-search-preview", "gpt-4o-mini-search-preview", "gpt-4o-search-preview-2025-03-11", "gpt-4o-mini-search-preview-2025-03-11", "chatgpt-4o-latest", "codex-mini-latest", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-4-turbo", "gpt-4-turbo-2024-04-09", "gpt-4-0125-preview", "gpt-4-turbo-preview", "gpt-4-1106-preview", "gpt-4-vision-preview", "gpt-4", "gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "gpt-4-32k-0314", "gpt-4-32k-0613", "gpt-3.5-turbo", "gpt-3.5-turbo-16k", "gpt-3.5-turbo-0301", "gpt-3.5-turbo-0613", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0125", "gpt-3.5-turbo-16k-0613", "o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] | str | None,
        image: Any = ..., input: str | Iterable[Any] | None = ..., instructions: str | None = ...,
        previous_response_id: str | None = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ...,
        service_tier: Literal["auto", "default", "fast", "flex", "priority"] | None = ..., extra_headers: Any = ...,
        extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> CompactedResponse: ...
    def connect(
        self, extra_query: Any = ..., extra_headers: Any = ..., websocket_connection_options: Any = ...,
        on_reconnecting: Callable[[Any], Any] | None = ..., max_retries: int = ..., initial_delay: float = ...,
        max_delay: float = ..., max_queue_size: int = ...,
    ) -> AsyncResponsesConnectionManager: ...


class AsyncResponsesConnection:
    response: AsyncResponsesResponseResource
    def __aiter__(self) -> AsyncIterator[ResponsesServerEvent]: ...
    async def recv(self) -> ResponsesServerEvent: ...
    async def recv_bytes(self) -> bytes: ...
    async def send(self, event: Any) -> None: ...
    def parse_event(self, data: str | bytes) -> ResponsesServerEvent: ...
    def on(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> AsyncResponsesConnection | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    def off(self, event_type: str, handler: Callable[..., Any]) -> AsyncResponsesConnection: ...
    def once(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> AsyncResponsesConnection | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    async def dispatch_events(self) -> None: ...
    async def send_raw(self, data: bytes | str) -> None: ...
    async def close(self, *, code: int = ..., reason: str = ...) -> None: ...


class AsyncResponsesConnectionManager:
    def send(self, event: Any) -> None: ...
    def on(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> AsyncResponsesConnectionManager | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    def off(self, event_type: str, handler: Callable[..., Any]) -> AsyncResponsesConnectionManager: ...
    def once(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> AsyncResponsesConnectionManager | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    async def __aenter__(self) -> AsyncResponsesConnection: ...
    async def __aexit__(self, *exc_details: Any) -> None: ...


class ResponsesConnection:
    response: ResponsesResponseResource
    def __iter__(self) -> Iterator[ResponsesServerEvent]: ...
    def recv(self) -> ResponsesServerEvent: ...
    def recv_bytes(self) -> bytes: ...
    def send(self, event: Any) -> None: ...
    def parse_event(self, data: str | bytes) -> ResponsesServerEvent: ...
    def on(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> ResponsesConnection | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    def off(self, event_type: str, handler: Callable[..., Any]) -> ResponsesConnection: ...
    def once(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> ResponsesConnection | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    def dispatch_events(self) -> None: ...
    def send_raw(self, data: bytes | str) -> None: ...
    def close(self, *, code: int = ..., reason: str = ...) -> None: ...


class ResponsesConnectionManager:
    def send(self, event: Any) -> None: ...
    def on(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> ResponsesConnectionManager | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    def off(self, event_type: str, handler: Callable[..., Any]) -> ResponsesConnectionManager: ...
    def once(
        self, event_type: str, handler: Callable[..., Any] | None = ...,
    ) -> ResponsesConnectionManager | Callable[[Callable[..., Any]], Callable[..., Any]]: ...
    def __enter__(self) -> ResponsesConnection: ...
    def __exit__(self, *exc_details: Any) -> None: ...


class BaseResponsesConnectionResource: ...


class ResponsesResponseResource(BaseResponsesConnectionResource):
    def steer(self, *, input: str | Iterable[Any], previous_response_id: str) -> None: ...
    def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., generate: bool = ...,
        image: Any = ..., include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ...,
        instructions: str | None = ..., max_output_tokens: int | None = ..., max_tool_calls: int | None = ...,
        metadata: Metadata | None = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        moderation: Any = ..., parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: bool | None = ..., stream_id: str = ..., stream_options: Any = ..., temperature: float | None = ...,
        text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ..., top_logprobs: int | None = ...,
        top_p: float | None = ..., truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
    ) -> None: ...


class BaseAsyncResponsesConnectionResource: ...


class AsyncResponsesResponseResource(BaseAsyncResponsesConnectionResource):
    async def steer(self, *, input: str | Iterable[Any], previous_response_id: str) -> None: ...
    async def create(
        self, *, access_programs: Any = ..., background: bool | None = ..., background_options: Any = ...,
        context_management: Iterable[Any] | None = ..., conversation: Any = ..., generate: bool = ...,
        image: Any = ..., include: list[ResponseIncludable] | None = ..., input: str | list[Any] = ...,
        instructions: str | None = ..., max_output_tokens: int | None = ..., max_tool_calls: int | None = ...,
        metadata: Metadata | None = ...,
        model: str | Literal["o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] = ...,
        moderation: Any = ..., parallel_tool_calls: bool | None = ..., previous_response_id: str | None = ...,
        prompt: Any = ..., prompt_cache_key: str | None = ..., prompt_cache_options: Any = ...,
        prompt_cache_retention: Literal["in_memory", "24h"] | None = ..., reasoning: Reasoning | None = ...,
        safety_identifier: str | None = ..., service_tier: ServiceTier | None = ..., store: bool | None = ...,
        stream: bool | None = ..., stream_id: str = ..., stream_options: Any = ..., temperature: float | None = ...,
        text: Any = ..., tool_choice: Any = ..., tools: Iterable[Any] = ..., top_logprobs: int | None = ...,
        top_p: float | None = ..., truncation: Literal["auto", "disabled"] | None = ..., user: str = ...,
    ) -> None: ...
