from typing import Literal

from openai._models import BaseModel
from openai.types.vector_stores import VectorStoreFile


class LastError(BaseModel):
    code: Literal["server_error", "unsupported_file", "invalid_file"]
    message: str


class ChunkingStrategyStaticStatic(BaseModel):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class ChunkingStrategyStatic(BaseModel):
    static: ChunkingStrategyStaticStatic
    type: Literal["static"]


class ChunkingStrategyOther(BaseModel):
    type: Literal["other"]


ChunkingStrategy = ChunkingStrategyStatic | ChunkingStrategyOther
