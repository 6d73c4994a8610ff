from typing import Any, Iterable, Literal, Sequence, TypedDict

from openai._models import BaseModel
from openai.types.container_create_params import ExpiresAfter, NetworkPolicy, Skill
from openai.types.container_create_response import (
    ExpiresAfter as _ContainerCreateResponseExpiresAfter,
    NetworkPolicy as _ContainerCreateResponseNetworkPolicy,
)
from openai.types.container_list_response import (
    ExpiresAfter as _ContainerListResponseExpiresAfter,
    NetworkPolicy as _ContainerListResponseNetworkPolicy,
)
from openai.types.container_retrieve_response import (
    ExpiresAfter as _ContainerRetrieveResponseExpiresAfter,
    NetworkPolicy as _ContainerRetrieveResponseNetworkPolicy,
)
from openai.types.file_create_params import ExpiresAfter as _FileCreateParamsExpiresAfter
from openai.types.shared import (
    ErrorObject,
    FunctionDefinition,
    FunctionParameters,
    Metadata,
    Reasoning,
    ReasoningEffort,
    ResponseFormatJSONObject,
    ResponseFormatJSONSchema,
    ResponseFormatText,
)
from openai.types.shared_params import Metadata as _SharedParamsMetadata
from openai.types.vector_store import ExpiresAfter as _VectorStoreExpiresAfter, FileCounts
from openai.types.vector_store_create_params import ExpiresAfter as _VectorStoreCreateParamsExpiresAfter
from openai.types.vector_store_search_params import Filters, RankingOptions
from openai.types.vector_store_search_response import Content
from openai.types.vector_store_update_params import ExpiresAfter as _VectorStoreUpdateParamsExpiresAfter


class AutoFileChunkingStrategyParam(TypedDict):
    type: Literal["auto"]


class ContainerCreateParams(TypedDict):
    name: str
    expires_after: ExpiresAfter
    file_ids: Sequence[str]
    memory_limit: Literal["1g", "4g", "16g", "64g"]
    network_policy: NetworkPolicy
    skills: Iterable[Skill]


class ContainerCreateResponse(BaseModel):
    id: str
    created_at: int
    name: str
    object: str
    status: str
    expires_after: _ContainerCreateResponseExpiresAfter | None
    last_active_at: int | None
    memory_limit: Literal["1g", "4g", "16g", "64g"] | None
    network_policy: _ContainerCreateResponseNetworkPolicy | None


class ContainerListParams(TypedDict):
    after: str
    limit: int
    name: str
    order: Literal["asc", "desc"]


class ContainerListResponse(BaseModel):
    id: str
    created_at: int
    name: str
    object: str
    status: str
    expires_after: _ContainerListResponseExpiresAfter | None
    last_active_at: int | None
    memory_limit: Literal["1g", "4g", "16g", "64g"] | None
    network_policy: _ContainerListResponseNetworkPolicy | None


class ContainerRetrieveResponse(BaseModel):
    id: str
    created_at: int
    name: str
    object: str
    status: str
    expires_after: _ContainerRetrieveResponseExpiresAfter | None
    last_active_at: int | None
    memory_limit: Literal["1g", "4g", "16g", "64g"] | None
    network_policy: _ContainerRetrieveResponseNetworkPolicy | None


class FileCreateParams(TypedDict):
    file: Any
    purpose: FilePurpose
    expires_after: _FileCreateParamsExpiresAfter


class FileDeleted(BaseModel):
    id: str
    deleted: bool
    object: Literal["file"]


class FileListParams(TypedDict):
    after: str
    limit: int
    order: Literal["asc", "desc"]
    purpose: str


class FileObject(BaseModel):
    id: str
    bytes: int
    created_at: int
    filename: str
    object: Literal["file"]
    purpose: Literal["assistants", "assistants_output", "batch", "batch_output", "fine-tune", "fine-tune-results", "vision", "user_data"]
    status: Literal["uploaded", "processed", "error"]
    expires_at: int | None
    status_details: str | None


class OtherFileChunkingStrategyObject(BaseModel):
    type: Literal["other"]


class StaticFileChunkingStrategy(BaseModel):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class StaticFileChunkingStrategyObject(BaseModel):
    static: StaticFileChunkingStrategy
    type: Literal["static"]


class StaticFileChunkingStrategyObjectParam(TypedDict):
    static: StaticFileChunkingStrategyParam
    type: Literal["static"]


class StaticFileChunkingStrategyParam(TypedDict):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class VectorStore(BaseModel):
    id: str
    created_at: int
    file_counts: FileCounts
    last_active_at: int | None
    metadata: Metadata | None
    name: str
    object: Literal["vector_store"]
    status: Literal["expired", "in_progress", "completed"]
    usage_bytes: int
    expires_after: _VectorStoreExpiresAfter | None
    expires_at: int | None
    bytes: int


class VectorStoreCreateParams(TypedDict):
    chunking_strategy: FileChunkingStrategyParam
    description: str
    expires_after: _VectorStoreCreateParamsExpiresAfter
    file_ids: Sequence[str]
    metadata: _SharedParamsMetadata | None
    name: str


class VectorStoreDeleted(BaseModel):
    id: str
    deleted: bool
    object: Literal["vector_store.deleted"]


class VectorStoreListParams(TypedDict):
    after: str
    before: str
    limit: int
    order: Literal["asc", "desc"]


class VectorStoreSearchParams(TypedDict):
    query: str | Sequence[str]
    filters: Filters
    max_num_results: int
    ranking_options: RankingOptions
    rewrite_query: bool


class VectorStoreSearchResponse(BaseModel):
    attributes: dict[str, str | float | bool] | None
    content: list[Content]
    file_id: str
    filename: str
    score: float


class VectorStoreUpdateParams(TypedDict):
    expires_after: _VectorStoreUpdateParamsExpiresAfter | None
    metadata: _SharedParamsMetadata | None
    name: str | None


FileChunkingStrategy = StaticFileChunkingStrategyObject | OtherFileChunkingStrategyObject
FileChunkingStrategyParam = AutoFileChunkingStrategyParam | StaticFileChunkingStrategyObjectParam
FileContent = str
FilePurpose = Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]
