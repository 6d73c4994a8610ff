from typing import Any

from openai._models import BaseModel
from openai.types.shared import ResponseFormatJSONSchema


class JSONSchema(BaseModel):
    name: str
    description: str | None
    schema_: dict[str, Any] | None
    strict: bool | None
