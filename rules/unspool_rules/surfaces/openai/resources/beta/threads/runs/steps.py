from typing import Any, List, Literal

from openai._response import AsyncResponseContextManager, LegacyAPIResponse, ResponseContextManager
from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.beta.threads.runs import RunStep, RunStepInclude


class Steps:
    with_raw_response: StepsWithRawResponse
    with_streaming_response: StepsWithStreamingResponse
    def retrieve(
        self, step_id: str, *, thread_id: str, run_id: str, include: List[RunStepInclude] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> RunStep: ...
    def list(
        self, run_id: str, *, thread_id: str, after: str = ..., before: str = ...,
        include: List[RunStepInclude] = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> SyncCursorPage[RunStep]: ...


class AsyncSteps:
    with_raw_response: AsyncStepsWithRawResponse
    with_streaming_response: AsyncStepsWithStreamingResponse
    async def retrieve(
        self, step_id: str, *, thread_id: str, run_id: str, include: List[RunStepInclude] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> RunStep: ...
    def list(
        self, run_id: str, *, thread_id: str, after: str = ..., before: str = ...,
        include: List[RunStepInclude] = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[RunStep, AsyncCursorPage[RunStep]]: ...


class StepsWithRawResponse:
    def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[RunStep]: ...
    def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[SyncCursorPage[RunStep]]: ...


class StepsWithStreamingResponse:
    def retrieve(self, *args: Any, **kwargs: Any) -> ResponseContextManager[RunStep]: ...
    def list(self, *args: Any, **kwargs: Any) -> ResponseContextManager[SyncCursorPage[RunStep]]: ...


class AsyncStepsWithRawResponse:
    async def retrieve(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[RunStep]: ...
    async def list(self, *args: Any, **kwargs: Any) -> LegacyAPIResponse[AsyncCursorPage[RunStep]]: ...


class AsyncStepsWithStreamingResponse:
    def retrieve(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[RunStep]: ...
    def list(self, *args: Any, **kwargs: Any) -> AsyncResponseContextManager[AsyncCursorPage[RunStep]]: ...
