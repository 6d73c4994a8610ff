from typing import Literal, TypedDict

from openai.types.vector_stores import FileBatchCreateParams


class ChunkingStrategyAutoChunkingStrategyRequestParam(TypedDict):
    type: Literal["auto"]


class ChunkingStrategyStaticChunkingStrategyRequestParamStatic(TypedDict):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class ChunkingStrategyStaticChunkingStrategyRequestParam(TypedDict):
    static: ChunkingStrategyStaticChunkingStrategyRequestParamStatic
    type: Literal["static"]


ChunkingStrategy = ChunkingStrategyAutoChunkingStrategyRequestParam | ChunkingStrategyStaticChunkingStrategyRequestParam
