from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseFunctionShellCallOutputContent


class OutcomeTimeout(BaseModel):
    type: Literal["timeout"]


class OutcomeExit(BaseModel):
    exit_code: int
    type: Literal["exit"]


Outcome = OutcomeTimeout | OutcomeExit
