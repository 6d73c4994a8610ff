from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseError


class MisalignmentSteer(BaseModel):
    message: str


class Misalignment(BaseModel):
    detailed_explanation: str | None
    error_type: str | Literal["potentially_unintended_data_transfer", "potentially_unintended_data_access", "potentially_unintended_destructive_activity", "other"] | None
    review_target: str | None
    steer: MisalignmentSteer | None
