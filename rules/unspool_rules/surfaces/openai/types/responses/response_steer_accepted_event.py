from openai._models import BaseModel
from openai.types.responses import ResponseSteerAcceptedEvent


class Steer(BaseModel):
    id: str
    previous_response_id: str
