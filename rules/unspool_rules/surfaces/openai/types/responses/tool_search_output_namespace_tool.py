from typing import Any, Literal

from openai._models import BaseModel
from openai.types.responses import CustomTool, ToolSearchOutputNamespaceTool


class ToolFunction(BaseModel):
    name: str
    type: Literal["function"]
    allowed_callers: list[Literal["direct", "programmatic"]] | None
    async_: bool | None
    defer_loading: bool | None
    description: str | None
    output_schema: dict[str, Any] | None
    parameters: Any
    strict: bool | None


Tool = ToolFunction | CustomTool
