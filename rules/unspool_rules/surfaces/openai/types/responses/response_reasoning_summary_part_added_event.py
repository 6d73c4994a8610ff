from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseReasoningSummaryPartAddedEvent


class Part(BaseModel):
    text: str
    type: Literal["summary_text"]
