from openai._models import BaseModel
from openai.types.beta.threads.runs import MessageCreationStepDetails


class MessageCreation(BaseModel):
    message_id: str
