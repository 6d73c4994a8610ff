from typing import Any, Literal

from openai._models import BaseModel
from openai.types.shared.error_object import Misalignment
from openai.types.shared.response_format_json_schema import JSONSchema


class ErrorObject(BaseModel):
    code: str | None
    message: str
    param: str | None
    type: str
    misalignment: Misalignment | None


class FunctionDefinition(BaseModel):
    name: str
    description: str | None
    parameters: FunctionParameters | None
    strict: bool | None


class Reasoning(BaseModel):
    context: Literal["auto", "current_turn", "all_turns"] | None
    effort: ReasoningEffort | None
    generate_summary: Literal["auto", "concise", "detailed"] | None
    mode: str | None
    summary: Literal["auto", "concise", "detailed"] | None


class ResponseFormatJSONObject(BaseModel):
    type: Literal["json_object"]


class ResponseFormatJSONSchema(BaseModel):
    json_schema: JSONSchema
    type: Literal["json_schema"]


class ResponseFormatText(BaseModel):
    type: Literal["text"]


FunctionParameters = dict[str, Any]
Metadata = dict[str, str]
ReasoningEffort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | None
