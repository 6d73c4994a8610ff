from typing import Any

from openai.resources.beta.assistants import Assistants, AsyncAssistants
from openai.resources.beta.beta import (
    AsyncBetaWithRawResponse,
    AsyncBetaWithStreamingResponse,
    BetaWithRawResponse,
    BetaWithStreamingResponse,
)
from openai.resources.beta.threads import AsyncThreads, Threads
from openai.resources.beta.vector_stores import AsyncVectorStores, VectorStores


class Beta:
    chat: Any
    realtime: Any
    agents: Any
    responses: Any
    chatkit: Any
    assistants: Assistants
    threads: Threads
    with_raw_response: BetaWithRawResponse
    with_streaming_response: BetaWithStreamingResponse
    vector_stores: VectorStores


class AsyncBeta:
    chat: Any
    realtime: Any
    agents: Any
    responses: Any
    chatkit: Any
    assistants: AsyncAssistants
    threads: AsyncThreads
    with_raw_response: AsyncBetaWithRawResponse
    with_streaming_response: AsyncBetaWithStreamingResponse
    vector_stores: AsyncVectorStores
