from typing import Literal

from openai._models import BaseModel
from openai.types.beta.threads import RequiredActionFunctionToolCall, Run
from openai.types.shared import FunctionDefinition


class IncompleteDetails(BaseModel):
    reason: Literal["max_completion_tokens", "max_prompt_tokens"] | None


class LastError(BaseModel):
    code: Literal["server_error", "rate_limit_exceeded", "invalid_prompt"]
    message: str


class RequiredActionSubmitToolOutputs(BaseModel):
    tool_calls: list[RequiredActionFunctionToolCall]


class RequiredAction(BaseModel):
    submit_tool_outputs: RequiredActionSubmitToolOutputs
    type: Literal["submit_tool_outputs"]


class TruncationStrategy(BaseModel):
    type: Literal["auto", "last_messages"]
    last_messages: int | None


class Usage(BaseModel):
    completion_tokens: int
    prompt_tokens: int
    total_tokens: int


class ToolAssistantToolsCode(BaseModel):
    type: Literal["code_interpreter"]


class ToolAssistantToolsRetrieval(BaseModel):
    type: Literal["retrieval"]


class ToolAssistantToolsFunction(BaseModel):
    function: FunctionDefinition
    type: Literal["function"]


Tool = ToolAssistantToolsCode | ToolAssistantToolsRetrieval | ToolAssistantToolsFunction
