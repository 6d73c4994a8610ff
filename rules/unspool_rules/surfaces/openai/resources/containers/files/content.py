from typing import Any

from openai._response import (
    AsyncResponseContextManager,
    HttpxBinaryResponseContent,
    LegacyAPIResponse,
    ResponseContextManager,
)


class Content:
    with_raw_response: ContentWithRawResponse
    with_streaming_response: ContentWithStreamingResponse
    def retrieve(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> HttpxBinaryResponseContent: ...


class AsyncContent:
    with_raw_response: AsyncContentWithRawResponse
    with_streaming_response: AsyncContentWithStreamingResponse
    async def retrieve(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> HttpxBinaryResponseContent: ...


class ContentWithRawResponse:
    def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[HttpxBinaryResponseContent]: ...


class ContentWithStreamingResponse:
    def retrieve(self, *args: Any, **kwargs: Any) -> ResponseContextManager[HttpxBinaryResponseContent]: ...


class AsyncContentWithRawResponse:
    async def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[HttpxBinaryResponseContent]: ...


class AsyncContentWithStreamingResponse:
    def retrieve(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[HttpxBinaryResponseContent]: ...
