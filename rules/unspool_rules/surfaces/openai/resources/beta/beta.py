from typing import Any

from openai.resources.beta import AsyncBeta, Beta
from openai.resources.beta.assistants.assistants import (
    AssistantsWithRawResponse,
    AssistantsWithStreamingResponse,
    AsyncAssistantsWithRawResponse,
    AsyncAssistantsWithStreamingResponse,
)
from openai.resources.beta.threads.threads import (
    AsyncThreadsWithRawResponse,
    AsyncThreadsWithStreamingResponse,
    ThreadsWithRawResponse,
    ThreadsWithStreamingResponse,
)
from openai.resources.beta.vector_stores.vector_stores import (
    AsyncVectorStoresWithRawResponse,
    AsyncVectorStoresWithStreamingResponse,
    VectorStoresWithRawResponse,
    VectorStoresWithStreamingResponse,
)


class BetaWithRawResponse:
    agents: Any
    responses: Any
    chatkit: Any
    assistants: AssistantsWithRawResponse
    threads: ThreadsWithRawResponse
    realtime: Any
    vector_stores: VectorStoresWithRawResponse


class BetaWithStreamingResponse:
    agents: Any
    responses: Any
    chatkit: Any
    assistants: AssistantsWithStreamingResponse
    threads: ThreadsWithStreamingResponse
    realtime: Any
    vector_stores: VectorStoresWithStreamingResponse


class AsyncBetaWithRawResponse:
    agents: Any
    responses: Any
    chatkit: Any
    assistants: AsyncAssistantsWithRawResponse
    threads: AsyncThreadsWithRawResponse
    realtime: Any
    vector_stores: AsyncVectorStoresWithRawResponse


class AsyncBetaWithStreamingResponse:
    agents: Any
    responses: Any
    chatkit: Any
    assistants: AsyncAssistantsWithStreamingResponse
    threads: AsyncThreadsWithStreamingResponse
    realtime: Any
    vector_stores: AsyncVectorStoresWithStreamingResponse
