from typing import Any, Literal, TypedDict

from openai.types import VectorStoreSearchParams


class RankingOptions(TypedDict):
    ranker: Literal["none", "auto", "default-2024-11-15"]
    score_threshold: float


Filters = Any
