from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseFunctionWebSearch


class ActionSearchSource(BaseModel):
    type: Literal["url"]
    url: str


class ActionSearch(BaseModel):
    type: Literal["search"]
    queries: list[str] | None
    query: str | None
    sources: list[ActionSearchSource] | None


class ActionOpenPage(BaseModel):
    type: Literal["open_page"]
    url: str | None


class ActionFind(BaseModel):
    pattern: str
    type: Literal["find_in_page"]
    url: str


Action = ActionSearch | ActionOpenPage | ActionFind
