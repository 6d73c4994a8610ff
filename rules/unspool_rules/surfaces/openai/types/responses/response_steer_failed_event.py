from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseSteerErrorCode, ResponseSteerFailedEvent, ResponseSteerInput


class Error(BaseModel):
    code: ResponseSteerErrorCode
    message: str
    type: Literal["invalid_request_error"]


class Steer(BaseModel):
    input: ResponseSteerInput
    previous_response_id: str
    id: str | None
