from typing import Any

from openai import AsyncOpenAI, OpenAI
from openai import AsyncOpenAI as AsyncClient
from openai import OpenAI as Client
from openai.resources.beta.beta import (
    AsyncBetaWithRawResponse,
    AsyncBetaWithStreamingResponse,
    BetaWithRawResponse,
    BetaWithStreamingResponse,
)
from openai.resources.containers.containers import (
    AsyncContainersWithRawResponse,
    AsyncContainersWithStreamingResponse,
    ContainersWithRawResponse,
    ContainersWithStreamingResponse,
)
from openai.resources.conversations.conversations import (
    AsyncConversationsWithRawResponse,
    AsyncConversationsWithStreamingResponse,
    ConversationsWithRawResponse,
    ConversationsWithStreamingResponse,
)
from openai.resources.files import (
    AsyncFilesWithRawResponse,
    AsyncFilesWithStreamingResponse,
    FilesWithRawResponse,
    FilesWithStreamingResponse,
)
from openai.resources.responses.responses import (
    AsyncResponsesWithRawResponse,
    AsyncResponsesWithStreamingResponse,
    ResponsesWithRawResponse,
    ResponsesWithStreamingResponse,
)
from openai.resources.vector_stores.vector_stores import (
    AsyncVectorStoresWithRawResponse,
    AsyncVectorStoresWithStreamingResponse,
    VectorStoresWithRawResponse,
    VectorStoresWithStreamingResponse,
)


class OpenAIWithRawResponse:
    beta: BetaWithRawResponse
    files: FilesWithRawResponse
    vector_stores: VectorStoresWithRawResponse
    conversations: ConversationsWithRawResponse
    responses: ResponsesWithRawResponse
    containers: ContainersWithRawResponse
    chat: Any
    embeddings: Any
    images: Any
    audio: Any
    models: Any
    moderations: Any
    completions: Any
    fine_tuning: Any
    batches: Any
    uploads: Any


class OpenAIWithStreamingResponse:
    beta: BetaWithStreamingResponse
    files: FilesWithStreamingResponse
    vector_stores: VectorStoresWithStreamingResponse
    conversations: ConversationsWithStreamingResponse
    responses: ResponsesWithStreamingResponse
    containers: ContainersWithStreamingResponse
    chat: Any
    embeddings: Any
    images: Any
    audio: Any
    models: Any
    moderations: Any
    completions: Any
    fine_tuning: Any
    batches: Any
    uploads: Any


class AsyncOpenAIWithRawResponse:
    beta: AsyncBetaWithRawResponse
    files: AsyncFilesWithRawResponse
    vector_stores: AsyncVectorStoresWithRawResponse
    conversations: AsyncConversationsWithRawResponse
    responses: AsyncResponsesWithRawResponse
    containers: AsyncContainersWithRawResponse
    chat: Any
    embeddings: Any
    images: Any
    audio: Any
    models: Any
    moderations: Any
    completions: Any
    fine_tuning: Any
    batches: Any
    uploads: Any


class AsyncOpenAIWithStreamingResponse:
    beta: AsyncBetaWithStreamingResponse
    files: AsyncFilesWithStreamingResponse
    vector_stores: AsyncVectorStoresWithStreamingResponse
    conversations: AsyncConversationsWithStreamingResponse
    responses: AsyncResponsesWithStreamingResponse
    containers: AsyncContainersWithStreamingResponse
    chat: Any
    embeddings: Any
    images: Any
    audio: Any
    models: Any
    moderations: Any
    completions: Any
    fine_tuning: Any
    batches: Any
    uploads: Any
