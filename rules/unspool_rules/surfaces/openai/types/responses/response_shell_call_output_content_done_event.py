from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseShellCallOutputContentDoneEvent


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


OutputOutcome = OutputOutcomeTimeout | OutputOutcomeExit
