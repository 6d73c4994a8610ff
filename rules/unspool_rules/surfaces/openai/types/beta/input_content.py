from typing import Literal

from openai._models import BaseModel
from openai.types.beta import InputContent


class InputContentResourceInputText(BaseModel):
    text: str
    type: Literal["input_text"]


class InputContentResourceInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
