from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseFunctionShellToolCallOutput


class OutputOutcomeTimeout(BaseModel):
    type: Literal["timeout"]


class OutputOutcomeExit(BaseModel):
    exit_code: int
    type: Literal["exit"]


class Output(BaseModel):
    outcome: OutputOutcome
    stderr: str
    stdout: str
    created_by: str | None


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


OutputOutcome = OutputOutcomeTimeout | OutputOutcomeExit
Caller = CallerDirect | CallerProgram | None
