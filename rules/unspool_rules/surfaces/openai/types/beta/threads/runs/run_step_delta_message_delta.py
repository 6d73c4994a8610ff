from openai._models import BaseModel
from openai.types.beta.threads.runs import RunStepDeltaMessageDelta


class MessageCreation(BaseModel):
    message_id: str | None
