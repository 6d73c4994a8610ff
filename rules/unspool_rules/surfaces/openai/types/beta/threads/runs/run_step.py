from typing import Literal

from openai._models import BaseModel
from openai.types.beta.threads.runs import MessageCreationStepDetails, RunStep, ToolCallsStepDetails


class LastError(BaseModel):
    code: Literal["server_error", "rate_limit_exceeded"]
    message: str


class Usage(BaseModel):
    completion_tokens: int
    prompt_tokens: int
    total_tokens: int


StepDetails = MessageCreationStepDetails | ToolCallsStepDetails
