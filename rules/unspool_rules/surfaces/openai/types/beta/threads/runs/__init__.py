from typing import Any, Literal, TypedDict

from openai._models import BaseModel
from openai.types.beta.threads.runs.code_interpreter_output_image import Image
from openai.types.beta.threads.runs.code_interpreter_tool_call import CodeInterpreter
from openai.types.beta.threads.runs.code_interpreter_tool_call_delta import (
    CodeInterpreter as _CodeInterpreterToolCallDeltaCodeInterpreter,
)
from openai.types.beta.threads.runs.file_search_tool_call import FileSearch
from openai.types.beta.threads.runs.function_tool_call import Function
from openai.types.beta.threads.runs.function_tool_call_delta import Function as _FunctionToolCallDeltaFunction
from openai.types.beta.threads.runs.message_creation_step_details import MessageCreation
from openai.types.beta.threads.runs.run_step import LastError, StepDetails, Usage
from openai.types.beta.threads.runs.run_step_delta import StepDetails as _RunStepDeltaStepDetails
from openai.types.beta.threads.runs.run_step_delta_message_delta import (
    MessageCreation as _RunStepDeltaMessageDeltaMessageCreation,
)
from openai.types.shared import Metadata


class CodeInterpreterLogs(BaseModel):
    index: int
    type: Literal["logs"]
    logs: str | None


class CodeInterpreterOutputImage(BaseModel):
    index: int
    type: Literal["image"]
    image: Image | None


class CodeInterpreterToolCall(BaseModel):
    id: str
    code_interpreter: CodeInterpreter
    type: Literal["code_interpreter"]


class CodeInterpreterToolCallDelta(BaseModel):
    index: int
    type: Literal["code_interpreter"]
    id: str | None
    code_interpreter: _CodeInterpreterToolCallDeltaCodeInterpreter | None


class FileSearchToolCall(BaseModel):
    id: str
    file_search: FileSearch
    type: Literal["file_search"]


class FileSearchToolCallDelta(BaseModel):
    file_search: Any
    index: int
    type: Literal["file_search"]
    id: str | None


class FunctionToolCall(BaseModel):
    id: str
    function: Function
    type: Literal["function"]


class FunctionToolCallDelta(BaseModel):
    index: int
    type: Literal["function"]
    id: str | None
    function: _FunctionToolCallDeltaFunction | None


class MessageCreationStepDetails(BaseModel):
    message_creation: MessageCreation
    type: Literal["message_creation"]


class RunStep(BaseModel):
    id: str
    assistant_id: str
    cancelled_at: int | None
    completed_at: int | None
    created_at: int
    expired_at: int | None
    failed_at: int | None
    last_error: LastError | None
    metadata: Metadata | None
    object: Literal["thread.run.step"]
    run_id: str
    status: Literal["in_progress", "cancelled", "failed", "completed", "expired"]
    step_details: StepDetails
    thread_id: str
    type: Literal["message_creation", "tool_calls"]
    usage: Usage | None


class RunStepDelta(BaseModel):
    step_details: _RunStepDeltaStepDetails | None


class RunStepDeltaEvent(BaseModel):
    id: str
    delta: RunStepDelta
    object: Literal["thread.run.step.delta"]


class RunStepDeltaMessageDelta(BaseModel):
    type: Literal["message_creation"]
    message_creation: _RunStepDeltaMessageDeltaMessageCreation | None


class StepListParams(TypedDict):
    thread_id: str
    after: str
    before: str
    include: list[RunStepInclude]
    limit: int
    order: Literal["asc", "desc"]


class StepRetrieveParams(TypedDict):
    thread_id: str
    run_id: str
    include: list[RunStepInclude]


class ToolCallDeltaObject(BaseModel):
    type: Literal["tool_calls"]
    tool_calls: list[ToolCallDelta] | None


class ToolCallsStepDetails(BaseModel):
    tool_calls: list[ToolCall]
    type: Literal["tool_calls"]


class RetrievalToolCall(BaseModel):
    id: str
    retrieval: Any
    type: Literal["retrieval"]


RunStepInclude = Literal["step_details.tool_calls[*].file_search.results[*].content"]
ToolCall = CodeInterpreterToolCall | FileSearchToolCall | FunctionToolCall
ToolCallDelta = CodeInterpreterToolCallDelta | FileSearchToolCallDelta | FunctionToolCallDelta
CodeToolCall = CodeInterpreterToolCall
