from typing import Any, Awaitable, Callable, Mapping

from openai._client import (
    AsyncClient,
    AsyncOpenAIWithRawResponse,
    AsyncOpenAIWithStreamingResponse,
    Client,
    OpenAIWithRawResponse,
    OpenAIWithStreamingResponse,
)
from openai._exceptions import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    ContentFilterFinishReasonError,
    InternalServerError,
    LengthFinishReasonError,
    NotFoundError,
    OpenAIError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from openai._models import BaseModel
from openai._response import APIResponse, AsyncAPIResponse, HttpxBinaryResponseContent
from openai._streaming import AsyncStream, Stream
from openai.lib.streaming import AssistantEventHandler, AsyncAssistantEventHandler
from openai.resources.beta import AsyncBeta, Beta
from openai.resources.containers import AsyncContainers, Containers
from openai.resources.conversations import AsyncConversations, Conversations
from openai.resources.files import AsyncFiles, Files
from openai.resources.responses import AsyncResponses, Responses
from openai.resources.vector_stores import AsyncVectorStores, VectorStores


class OpenAI:
    api_key: str
    organization: str | None
    project: str | None
    base_url: Any
    decisions: Any
    completions: Any
    chat: Any
    embeddings: Any
    files: Files
    images: Any
    content_provenance_checks: Any
    audio: Any
    moderations: Any
    models: Any
    fine_tuning: Any
    vector_stores: VectorStores
    safety: Any
    webhooks: Any
    beta: Beta
    batches: Any
    uploads: Any
    admin: Any
    responses: Responses
    live: Any
    realtime: Any
    conversations: Conversations
    evals: Any
    containers: Containers
    skills: Any
    videos: Any
    with_raw_response: OpenAIWithRawResponse
    with_streaming_response: OpenAIWithStreamingResponse
    default_headers: dict[str, str]
    max_retries: int
    timeout: Any
    default_query: dict[str, Any]
    edits: Any
    fine_tunes: Any
    def with_options(self, **kwargs: Any) -> OpenAI: ...
    def __init__(
        self, *, api_key: str | Callable[[], str] | None = ..., admin_api_key: str | None = ...,
        workload_identity: Any = ..., organization: str | None = ..., project: str | None = ...,
        webhook_secret: str | None = ..., provider: Any = ..., base_url: Any = ..., data_residency: str | None = ...,
        websocket_base_url: Any = ..., timeout: Any = ..., max_retries: int = ...,
        default_headers: Mapping[str, str] | None = ..., default_query: Mapping[str, Any] | None = ...,
        http_client: Any = ..., _strict_response_validation: bool = ..., _enforce_credentials: bool = ...,
    ) -> None: ...
    def copy(self, **kwargs: Any) -> OpenAI: ...
    def is_closed(self) -> bool: ...
    def close(self) -> None: ...
    def __enter__(self) -> OpenAI: ...
    def __exit__(self, *exc_details: Any) -> None: ...


class AsyncOpenAI:
    api_key: str
    organization: str | None
    project: str | None
    base_url: Any
    decisions: Any
    completions: Any
    chat: Any
    embeddings: Any
    files: AsyncFiles
    images: Any
    content_provenance_checks: Any
    audio: Any
    moderations: Any
    models: Any
    fine_tuning: Any
    vector_stores: AsyncVectorStores
    safety: Any
    webhooks: Any
    beta: AsyncBeta
    batches: Any
    uploads: Any
    admin: Any
    responses: AsyncResponses
    live: Any
    realtime: Any
    conversations: AsyncConversations
    evals: Any
    containers: AsyncContainers
    skills: Any
    videos: Any
    with_raw_response: AsyncOpenAIWithRawResponse
    with_streaming_response: AsyncOpenAIWithStreamingResponse
    default_headers: dict[str, str]
    max_retries: int
    timeout: Any
    default_query: dict[str, Any]
    edits: Any
    fine_tunes: Any
    def with_options(self, **kwargs: Any) -> AsyncOpenAI: ...
    def __init__(
        self, *, api_key: str | Callable[[], Awaitable[str]] | None = ..., admin_api_key: str | None = ...,
        workload_identity: Any = ..., organization: str | None = ..., project: str | None = ...,
        webhook_secret: str | None = ..., provider: Any = ..., base_url: Any = ..., data_residency: str | None = ...,
        websocket_base_url: Any = ..., timeout: Any = ..., max_retries: int = ...,
        default_headers: Mapping[str, str] | None = ..., default_query: Mapping[str, Any] | None = ...,
        http_client: Any = ..., _strict_response_validation: bool = ..., _enforce_credentials: bool = ...,
    ) -> None: ...
    def copy(self, **kwargs: Any) -> AsyncOpenAI: ...
    def is_closed(self) -> bool: ...
    async def close(self) -> None: ...
    async def __aenter__(self) -> AsyncOpenAI: ...
    async def __aexit__(self, *exc_details: Any) -> None: ...


class AzureOpenAI(OpenAI):
    def with_options(self, **kwargs: Any) -> AzureOpenAI: ...
    def __enter__(self) -> AzureOpenAI: ...
    def __init__(
        self, *, api_version: str | None = ..., azure_endpoint: str | None = ..., azure_deployment: str | None = ...,
        api_key: str | Callable[[], str] | None = ..., admin_api_key: str | None = ..., workload_identity: Any = ...,
        azure_ad_token: str | None = ..., azure_ad_token_provider: Callable[[], str] | None = ...,
        organization: str | None = ..., project: str | None = ..., webhook_secret: str | None = ...,
        websocket_base_url: Any = ..., base_url: str | None = ..., timeout: Any = ..., max_retries: int = ...,
        default_headers: Mapping[str, str] | None = ..., default_query: Mapping[str, Any] | None = ...,
        http_client: Any = ..., _strict_response_validation: bool = ..., _enforce_credentials: bool = ...,
    ) -> None: ...
    def copy(self, **kwargs: Any) -> AzureOpenAI: ...


class AsyncAzureOpenAI(AsyncOpenAI):
    def with_options(self, **kwargs: Any) -> AsyncAzureOpenAI: ...
    async def __aenter__(self) -> AsyncAzureOpenAI: ...
    def __init__(
        self, *, azure_endpoint: str | None = ..., azure_deployment: str | None = ..., api_version: str | None = ...,
        api_key: str | Callable[[], Awaitable[str]] | None = ..., admin_api_key: str | None = ...,
        workload_identity: Any = ..., azure_ad_token: str | None = ...,
        azure_ad_token_provider: Callable[[], str | Awaitable[str]] | None = ..., organization: str | None = ...,
        project: str | None = ..., webhook_secret: str | None = ..., base_url: str | None = ...,
        websocket_base_url: Any = ..., timeout: Any = ..., max_retries: int = ...,
        default_headers: Mapping[str, str] | None = ..., default_query: Mapping[str, Any] | None = ...,
        http_client: Any = ..., _strict_response_validation: bool = ..., _enforce_credentials: bool = ...,
    ) -> None: ...
    def copy(self, **kwargs: Any) -> AsyncAzureOpenAI: ...


beta: Beta
files: Files
vector_stores: VectorStores
conversations: Conversations
responses: Responses
containers: Containers
chat: Any
audio: Any
batches: Any
completions: Any
embeddings: Any
fine_tuning: Any
images: Any
models: Any
moderations: Any
uploads: Any
api_key: str | None
api_type: str | None
api_version: str | None
azure_ad_token: str | None
azure_ad_token_provider: Any
azure_endpoint: str | None
base_url: Any
default_headers: Any
default_query: Any
http_client: Any
max_retries: int
organization: str | None
project: str | None
timeout: float | None
