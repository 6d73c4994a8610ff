from typing import Any, Iterable, Literal

from openai._response import AsyncResponseContextManager, LegacyAPIResponse, ResponseContextManager
from openai.types.responses import InputTokenCountResponse
from openai.types.shared_params import Reasoning


class InputTokens:
    with_raw_response: InputTokensWithRawResponse
    with_streaming_response: InputTokensWithStreamingResponse
    def count(
        self, *, conversation: Any = ..., input: str | Iterable[Any] | None = ..., instructions: str | None = ...,
        model: str | None = ..., parallel_tool_calls: bool | None = ..., personality: str = ...,
        previous_response_id: str | None = ..., reasoning: Reasoning | None = ..., text: Any = ...,
        tool_choice: Any = ..., tools: Iterable[Any] | None = ..., truncation: Literal["auto", "disabled"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> InputTokenCountResponse: ...


class AsyncInputTokens:
    with_raw_response: AsyncInputTokensWithRawResponse
    with_streaming_response: AsyncInputTokensWithStreamingResponse
    async def count(
        self, *, conversation: Any = ..., input: str | Iterable[Any] | None = ..., instructions: str | None = ...,
        model: str | None = ..., parallel_tool_calls: bool | None = ..., personality: str = ...,
        previous_response_id: str | None = ..., reasoning: Reasoning | None = ..., text: Any = ...,
        tool_choice: Any = ..., tools: Iterable[Any] | None = ..., truncation: Literal["auto", "disabled"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> InputTokenCountResponse: ...


class InputTokensWithRawResponse:
    def count(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[InputTokenCountResponse]: ...


class InputTokensWithStreamingResponse:
    def count(self, *args: Any, **kwargs: Any) -> ResponseContextManager[InputTokenCountResponse]: ...


class AsyncInputTokensWithRawResponse:
    async def count(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[InputTokenCountResponse]: ...


class AsyncInputTokensWithStreamingResponse:
    def count(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[InputTokenCountResponse]: ...
