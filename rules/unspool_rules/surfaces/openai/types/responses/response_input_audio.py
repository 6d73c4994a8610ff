from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseInputAudio


class InputAudio(BaseModel):
    data: str
    format: Literal["mp3", "wav"]
