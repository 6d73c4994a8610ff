from typing import Any, Literal, TypedDict

from openai.types.beta import TextFormatParam


class TextFormatParamText(TypedDict):
    type: Literal["text"]


class TextFormatParamJSONSchema(TypedDict):
    schema: dict[str, Any]
    type: Literal["json_schema"]
