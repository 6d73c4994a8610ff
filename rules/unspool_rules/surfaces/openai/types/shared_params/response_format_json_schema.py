from typing import Any, TypedDict

from openai.types.shared_params import ResponseFormatJSONSchema


class JSONSchema(TypedDict):
    name: str
    description: str
    schema: dict[str, Any]
    strict: bool | None
