from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseFunctionCallOutputItemList, ResponseSteerInput, ResponseSteerInputContent


class ResponseSteerInputItemListMessage(BaseModel):
    content: list[ResponseSteerInputContent] | str
    role: Literal["user"]
    type: Literal["message"]
    id: str | None
    status: str | None


class ResponseSteerInputItemListFunctionCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class ResponseSteerInputItemListFunctionCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


class ResponseSteerInputItemListFunctionCallOutput(BaseModel):
    output: str | ResponseFunctionCallOutputItemList
    type: Literal["function_call_output"]
    id: str | None
    call_id: str | None
    caller: ResponseSteerInputItemListFunctionCallOutputCaller | None
    name: str | None
    namespace: str | None
    status: Literal["in_progress", "completed", "incomplete"] | None


ResponseSteerInputItemListFunctionCallOutputCaller = (
    ResponseSteerInputItemListFunctionCallOutputCallerDirect
    | ResponseSteerInputItemListFunctionCallOutputCallerProgram
    | None
)
ResponseSteerInputItemList = ResponseSteerInputItemListMessage | ResponseSteerInputItemListFunctionCallOutput
