from typing import Literal

from openai._models import BaseModel
from openai.types.beta.threads.runs import FileSearchToolCall


class FileSearchRankingOptions(BaseModel):
    ranker: Literal["auto", "default_2024_08_21"]
    score_threshold: float


class FileSearchResultContent(BaseModel):
    text: str | None
    type: Literal["text"] | None


class FileSearchResult(BaseModel):
    file_id: str
    file_name: str
    score: float
    content: list[FileSearchResultContent] | None


class FileSearch(BaseModel):
    ranking_options: FileSearchRankingOptions | None
    results: list[FileSearchResult] | None
