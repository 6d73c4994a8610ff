from typing import Literal

from openai._models import BaseModel
from openai.types.beta import WebSearchAction


class WebSearchActionResourceSearch(BaseModel):
    queries: list[str] | None
    query: str | None
    type: Literal["search"]


class WebSearchActionResourceOpenPage(BaseModel):
    type: Literal["open_page"]
    url: str | None


class WebSearchActionResourceFindInPage(BaseModel):
    pattern: str | None
    type: Literal["find_in_page"]
    url: str | None


class WebSearchActionResourceOther(BaseModel):
    type: Literal["other"]
