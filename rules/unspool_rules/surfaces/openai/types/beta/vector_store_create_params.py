from typing import Literal, TypedDict

from openai.types import VectorStoreCreateParams


class ExpiresAfter(TypedDict):
    anchor: Literal["last_active_at"]
    days: int


class ChunkingStrategyAuto(TypedDict):
    type: Literal["auto"]


class ChunkingStrategyStaticStatic(TypedDict):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class ChunkingStrategyStatic(TypedDict):
    static: ChunkingStrategyStaticStatic
    type: Literal["static"]


ChunkingStrategy = ChunkingStrategyAuto | ChunkingStrategyStatic
