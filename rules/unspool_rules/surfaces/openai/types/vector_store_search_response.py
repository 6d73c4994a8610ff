from typing import Literal

from openai._models import BaseModel
from openai.types import VectorStoreSearchResponse


class Content(BaseModel):
    text: str
    type: Literal["text"]
