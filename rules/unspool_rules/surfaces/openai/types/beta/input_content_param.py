from typing import Literal, TypedDict

from openai.types.beta import InputContentParam


class InputContentParamInputText(TypedDict):
    text: str
    type: Literal["input_text"]


class InputContentParamInputImage(TypedDict):
    image_url: str
    type: Literal["input_image"]
