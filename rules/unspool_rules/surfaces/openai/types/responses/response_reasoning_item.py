from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseReasoningItem


class Summary(BaseModel):
    text: str
    type: Literal["summary_text"]


class Content(BaseModel):
    text: str
    type: Literal["reasoning_text"]
