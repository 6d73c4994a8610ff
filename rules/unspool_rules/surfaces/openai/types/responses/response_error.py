from openai._models import BaseModel
from openai.types.responses import ResponseError


class MisalignmentSteer(BaseModel):
    message: str


class Misalignment(BaseModel):
    detailed_explanation: str | None
    error_type: str | None
    review_target: str | None
    steer: MisalignmentSteer | None
