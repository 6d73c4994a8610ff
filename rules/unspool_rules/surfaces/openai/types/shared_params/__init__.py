from typing import Any, Literal, TypedDict

from openai.types.shared import ReasoningEffort
from openai.types.shared_params.response_format_json_schema import JSONSchema


class FunctionDefinition(TypedDict):
    name: str
    description: str
    parameters: FunctionParameters
    strict: bool | None


class Reasoning(TypedDict):
    context: Literal["auto", "current_turn", "all_turns"] | None
    effort: ReasoningEffort | None
    generate_summary: Literal["auto", "concise", "detailed"] | None
    mode: str
    summary: Literal["auto", "concise", "detailed"] | None


class ResponseFormatJSONObject(TypedDict):
    type: Literal["json_object"]


class ResponseFormatJSONSchema(TypedDict):
    json_schema: JSONSchema
    type: Literal["json_schema"]


class ResponseFormatText(TypedDict):
    type: Literal["text"]


FunctionParameters = dict[str, Any]
Metadata = dict[str, str]
