from typing import Any

from openai._response import HttpxBinaryResponseContent


class Content:
    with_raw_response: Any
    with_streaming_response: Any
    def retrieve(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> HttpxBinaryResponseContent: ...


class AsyncContent:
    with_raw_response: Any
    with_streaming_response: Any
    async def retrieve(
        self, file_id: str, *, container_id: str, extra_headers: Any = ..., extra_query: Any = ...,
        extra_body: Any = ..., timeout: Any = ...,
    ) -> HttpxBinaryResponseContent: ...
