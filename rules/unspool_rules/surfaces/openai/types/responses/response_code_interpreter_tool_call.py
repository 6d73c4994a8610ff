from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseCodeInterpreterToolCall


class OutputLogs(BaseModel):
    logs: str
    type: Literal["logs"]


class OutputImage(BaseModel):
    type: Literal["image"]
    url: str


Output = OutputLogs | OutputImage
