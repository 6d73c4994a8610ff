from typing import Literal

from openai._models import BaseModel
from openai.types.beta import FileSearchTool


class FileSearchRankingOptions(BaseModel):
    score_threshold: float
    ranker: Literal["auto", "default_2024_08_21"] | None


class FileSearch(BaseModel):
    max_num_results: int | None
    ranking_options: FileSearchRankingOptions | None
