from typing import Any, Literal

from openai._models import BaseModel
from openai.types.responses import McpToolCallError


class McpProtocolError(BaseModel):
    code: int
    message: str
    type: Literal["mcp_protocol_error"]


class McpToolExecutionError(BaseModel):
    content: Any
    type: Literal["mcp_tool_execution_error"]


class HTTPError(BaseModel):
    code: int
    message: str
    type: Literal["http_error"]
