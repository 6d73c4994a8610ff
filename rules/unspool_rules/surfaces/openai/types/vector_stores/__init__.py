from typing import Iterable, Literal, Sequence, TypedDict

from openai._models import BaseModel
from openai.types import FileChunkingStrategy, FileChunkingStrategyParam
from openai.types.vector_stores.file_batch_create_params import File
from openai.types.vector_stores.vector_store_file import LastError
from openai.types.vector_stores.vector_store_file_batch import FileCounts


class FileBatchCreateParams(TypedDict):
    attributes: dict[str, str | float | bool] | None
    chunking_strategy: FileChunkingStrategyParam
    file_ids: Sequence[str]
    files: Iterable[File]


class FileBatchListFilesParams(TypedDict):
    vector_store_id: str
    after: str
    before: str
    filter: Literal["in_progress", "completed", "failed", "cancelled"]
    limit: int
    order: Literal["asc", "desc"]


class FileContentResponse(BaseModel):
    text: str | None
    type: str | None


class FileCreateParams(TypedDict):
    file_id: str
    attributes: dict[str, str | float | bool] | None
    chunking_strategy: FileChunkingStrategyParam


class FileListParams(TypedDict):
    after: str
    before: str
    filter: Literal["in_progress", "completed", "failed", "cancelled"]
    limit: int
    order: Literal["asc", "desc"]


class FileUpdateParams(TypedDict):
    vector_store_id: str
    attributes: dict[str, str | float | bool] | None


class VectorStoreFile(BaseModel):
    id: str
    created_at: int
    last_error: LastError | None
    object: Literal["vector_store.file"]
    status: Literal["in_progress", "completed", "cancelled", "failed"]
    usage_bytes: int
    vector_store_id: str
    attributes: dict[str, str | float | bool] | None
    chunking_strategy: FileChunkingStrategy | None


class VectorStoreFileBatch(BaseModel):
    id: str
    created_at: int
    file_counts: FileCounts
    object: Literal["vector_store.files_batch"]
    status: Literal["in_progress", "completed", "cancelled", "failed"]
    vector_store_id: str


class VectorStoreFileDeleted(BaseModel):
    id: str
    deleted: bool
    object: Literal["vector_store.file.deleted"]
