from typing import Literal, TypedDict

from openai.types.beta import FileSearchToolParam


class FileSearchRankingOptions(TypedDict):
    score_threshold: float
    ranker: Literal["auto", "default_2024_08_21"]


class FileSearch(TypedDict):
    max_num_results: int
    ranking_options: FileSearchRankingOptions
