from openai._models import BaseModel
from openai.types.responses import ResponseSteerPendingEvent


class Steer(BaseModel):
    id: str
    previous_response_id: str
