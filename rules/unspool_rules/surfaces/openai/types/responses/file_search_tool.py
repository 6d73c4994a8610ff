from typing import Any, Literal

from openai._models import BaseModel
from openai.types.responses import FileSearchTool


class RankingOptionsHybridSearch(BaseModel):
    embedding_weight: float
    text_weight: float


class RankingOptions(BaseModel):
    hybrid_search: RankingOptionsHybridSearch | None
    ranker: Literal["auto", "default-2024-11-15"] | None
    score_threshold: float | None


Filters = Any
