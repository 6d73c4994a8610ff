from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseContentPartDoneEvent, ResponseOutputRefusal, ResponseOutputText


class PartReasoningText(BaseModel):
    text: str
    type: Literal["reasoning_text"]


Part = ResponseOutputText | ResponseOutputRefusal | PartReasoningText
