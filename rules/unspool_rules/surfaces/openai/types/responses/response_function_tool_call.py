from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseFunctionToolCall


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


Caller = CallerDirect | CallerProgram | None
