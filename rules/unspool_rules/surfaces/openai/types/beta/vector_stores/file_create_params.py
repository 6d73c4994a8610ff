from typing import Literal, TypedDict

from openai.types.beta.vector_stores import FileCreateParams


class ChunkingStrategyAutoChunkingStrategyRequestParam(TypedDict):
    type: Literal["auto"]


class ChunkingStrategyStaticChunkingStrategyRequestParamStatic(TypedDict):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class ChunkingStrategyStaticChunkingStrategyRequestParam(TypedDict):
    static: ChunkingStrategyStaticChunkingStrategyRequestParamStatic
    type: Literal["static"]


ChunkingStrategy = ChunkingStrategyAutoChunkingStrategyRequestParam | ChunkingStrategyStaticChunkingStrategyRequestParam
