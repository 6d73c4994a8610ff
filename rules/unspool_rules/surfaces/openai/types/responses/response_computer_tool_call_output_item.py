from openai._models import BaseModel
from openai.types.responses import ResponseComputerToolCallOutputItem


class AcknowledgedSafetyCheck(BaseModel):
    id: str
    code: str | None
    message: str | None
