from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseContainerReference, ResponseFunctionShellToolCall, ResponseLocalEnvironment


class Action(BaseModel):
    commands: list[str]
    max_output_length: int | None
    timeout_ms: int | None


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


Environment = ResponseLocalEnvironment | ResponseContainerReference | None
Caller = CallerDirect | CallerProgram | None
