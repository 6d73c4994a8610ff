from typing import Any, Literal

from openai._models import BaseModel
from openai.types.beta import TextFormat


class TextFormatResourceText(BaseModel):
    type: Literal["text"]


class TextFormatResourceJSONSchema(BaseModel):
    schema_: dict[str, Any]
    type: Literal["json_schema"]
