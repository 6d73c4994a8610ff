from typing import Literal, TypedDict

from openai.types import FileChunkingStrategyParam
from openai.types.vector_stores import (
    FileBatchCreateParams,
    FileBatchListFilesParams,
    VectorStoreFile,
    VectorStoreFileBatch,
    VectorStoreFileDeleted,
)


class FileCreateParams(TypedDict):
    file_id: str
    chunking_strategy: FileChunkingStrategyParam


class FileListParams(TypedDict):
    after: str
    before: str
    filter: Literal["in_progress", "completed", "failed", "cancelled"]
    limit: int
    order: Literal["asc", "desc"]
