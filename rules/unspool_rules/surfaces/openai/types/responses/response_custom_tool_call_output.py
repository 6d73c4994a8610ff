from typing import Literal

from openai._models import BaseModel
from openai.types.responses import (
    ResponseCustomToolCallOutput,
    ResponseInputFile,
    ResponseInputImage,
    ResponseInputText,
)


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


OutputOutputContentList = ResponseInputText | ResponseInputImage | ResponseInputFile
Caller = CallerDirect | CallerProgram | None
