from typing import Any, List, Literal

from openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
from openai.types.beta.threads.runs import RunStep, RunStepInclude


class Steps:
    with_raw_response: Any
    with_streaming_response: Any
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
    with_raw_response: Any
    with_streaming_response: Any
    async def retrieve(
        self, step_id: str, *, thread_id: str, run_id: str, include: List[RunStepInclude] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> RunStep: ...
    def list(
        self, run_id: str, *, thread_id: str, after: str = ..., before: str = ...,
        include: List[RunStepInclude] = ..., limit: int = ..., order: Literal["asc", "desc"] = ...,
        extra_headers: Any = ..., extra_query: Any = ..., extra_body: Any = ..., timeout: Any = ...,
    ) -> AsyncPaginator[RunStep, AsyncCursorPage[RunStep]]: ...
