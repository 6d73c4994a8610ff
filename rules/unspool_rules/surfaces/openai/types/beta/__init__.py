from typing import Any, Iterable, Literal, TypedDict

from openai._models import BaseModel
from openai.types import (
    AutoFileChunkingStrategyParam,
    FileChunkingStrategy,
    FileChunkingStrategyParam,
    OtherFileChunkingStrategyObject,
    StaticFileChunkingStrategy,
    StaticFileChunkingStrategyObject,
    StaticFileChunkingStrategyObjectParam,
    StaticFileChunkingStrategyParam,
    VectorStore,
    VectorStoreCreateParams,
    VectorStoreDeleted,
    VectorStoreListParams,
    VectorStoreUpdateParams,
)
from openai.types.beta.assistant import ToolResources
from openai.types.beta.assistant_create_params import ToolResources as _AssistantCreateParamsToolResources
from openai.types.beta.assistant_stream_event import (
    ErrorEvent,
    ThreadCreated,
    ThreadMessageCompleted,
    ThreadMessageCreated,
    ThreadMessageDelta,
    ThreadMessageInProgress,
    ThreadMessageIncomplete,
    ThreadRunCancelled,
    ThreadRunCancelling,
    ThreadRunCompleted,
    ThreadRunCreated,
    ThreadRunExpired,
    ThreadRunFailed,
    ThreadRunInProgress,
    ThreadRunIncomplete,
    ThreadRunQueued,
    ThreadRunRequiresAction,
    ThreadRunStepCancelled,
    ThreadRunStepCompleted,
    ThreadRunStepCreated,
    ThreadRunStepDelta,
    ThreadRunStepExpired,
    ThreadRunStepFailed,
    ThreadRunStepInProgress,
)
from openai.types.beta.assistant_update_params import ToolResources as _AssistantUpdateParamsToolResources
from openai.types.beta.file_search_tool import FileSearch
from openai.types.beta.file_search_tool_param import FileSearch as _FileSearchToolParamFileSearch
from openai.types.beta.thread import ToolResources as _ThreadToolResources
from openai.types.beta.thread_create_and_run_params import Thread as _ThreadCreateAndRunParamsThread, Tool
from openai.types.beta.thread_create_params import Message, ToolResources as _ThreadCreateParamsToolResources
from openai.types.beta.thread_update_params import ToolResources as _ThreadUpdateParamsToolResources
from openai.types.shared import (
    FunctionDefinition,
    Metadata,
    ReasoningEffort,
    ResponseFormatJSONObject,
    ResponseFormatJSONSchema,
    ResponseFormatText,
)
from openai.types.shared_params import (
    FunctionDefinition as _SharedParamsFunctionDefinition,
    Metadata as _SharedParamsMetadata,
    ResponseFormatJSONObject as _SharedParamsResponseFormatJSONObject,
    ResponseFormatJSONSchema as _SharedParamsResponseFormatJSONSchema,
    ResponseFormatText as _SharedParamsResponseFormatText,
)


class Assistant(BaseModel):
    id: str
    created_at: int
    description: str | None
    instructions: str | None
    metadata: Metadata | None
    model: str
    name: str | None
    object: Literal["assistant"]
    tools: list[AssistantTool]
    response_format: AssistantResponseFormatOption | None
    temperature: float | None
    tool_resources: ToolResources | None
    top_p: float | None
    file_ids: list[str]


class AssistantCreateParams(TypedDict):
    model: str
    description: str | None
    instructions: str | None
    metadata: _SharedParamsMetadata | None
    name: str | None
    reasoning_effort: ReasoningEffort | None
    response_format: AssistantResponseFormatOptionParam | None
    temperature: float | None
    tool_resources: _AssistantCreateParamsToolResources | None
    tools: Iterable[AssistantToolParam]
    top_p: float | None
    file_ids: list[str]


class AssistantDeleted(BaseModel):
    id: str
    deleted: bool
    object: Literal["assistant.deleted"]


class AssistantListParams(TypedDict):
    after: str
    before: str
    limit: int
    order: Literal["asc", "desc"]


class AssistantToolChoice(BaseModel):
    type: Literal["function", "code_interpreter", "file_search"]
    function: AssistantToolChoiceFunction | None


class AssistantToolChoiceFunction(BaseModel):
    name: str


class AssistantToolChoiceFunctionParam(TypedDict):
    name: str


class AssistantToolChoiceParam(TypedDict):
    type: Literal["function", "code_interpreter", "file_search"]
    function: AssistantToolChoiceFunctionParam


class AssistantUpdateParams(TypedDict):
    description: str | None
    instructions: str | None
    metadata: _SharedParamsMetadata | None
    model: str
    name: str | None
    reasoning_effort: ReasoningEffort | None
    response_format: AssistantResponseFormatOptionParam | None
    temperature: float | None
    tool_resources: _AssistantUpdateParamsToolResources | None
    tools: Iterable[AssistantToolParam]
    top_p: float | None
    file_ids: list[str]


class CodeInterpreterTool(BaseModel):
    type: Literal["code_interpreter"]


class CodeInterpreterToolParam(TypedDict):
    type: Literal["code_interpreter"]


class FileSearchTool(BaseModel):
    type: Literal["file_search"]
    file_search: FileSearch | None


class FileSearchToolParam(TypedDict):
    type: Literal["file_search"]
    file_search: _FileSearchToolParamFileSearch


class FunctionTool(BaseModel):
    function: FunctionDefinition
    type: Literal["function"]


class FunctionToolParam(TypedDict):
    function: _SharedParamsFunctionDefinition
    type: Literal["function"]


class Thread(BaseModel):
    id: str
    created_at: int
    metadata: Metadata | None
    object: Literal["thread"]
    tool_resources: _ThreadToolResources | None


class ThreadCreateAndRunParams(TypedDict):
    assistant_id: str
    instructions: str | None
    metadata: Any
    model: str | None
    thread: _ThreadCreateAndRunParamsThread
    tools: list[Tool] | None


class ThreadCreateParams(TypedDict):
    messages: Iterable[Message]
    metadata: _SharedParamsMetadata | None
    tool_resources: _ThreadCreateParamsToolResources | None


class ThreadDeleted(BaseModel):
    id: str
    deleted: bool
    object: Literal["thread.deleted"]


class ThreadUpdateParams(TypedDict):
    metadata: _SharedParamsMetadata | None
    tool_resources: _ThreadUpdateParamsToolResources | None


class AssistantResponseFormat(BaseModel):
    type: Literal["text", "json_object"] | None


class AssistantResponseFormatParam(TypedDict):
    type: Literal["text", "json_object"]


AssistantResponseFormatOption = (
    Literal["auto"]
    | ResponseFormatText
    | ResponseFormatJSONObject
    | ResponseFormatJSONSchema
)
AssistantResponseFormatOptionParam = (
    Literal["auto"]
    | _SharedParamsResponseFormatText
    | _SharedParamsResponseFormatJSONObject
    | _SharedParamsResponseFormatJSONSchema
)
AssistantStreamEvent = (
    ThreadCreated
    | ThreadRunCreated
    | ThreadRunQueued
    | ThreadRunInProgress
    | ThreadRunRequiresAction
    | ThreadRunCompleted
    | ThreadRunIncomplete
    | ThreadRunFailed
    | ThreadRunCancelling
    | ThreadRunCancelled
    | ThreadRunExpired
    | ThreadRunStepCreated
    | ThreadRunStepInProgress
    | ThreadRunStepDelta
    | ThreadRunStepCompleted
    | ThreadRunStepFailed
    | ThreadRunStepCancelled
    | ThreadRunStepExpired
    | ThreadMessageCreated
    | ThreadMessageInProgress
    | ThreadMessageDelta
    | ThreadMessageCompleted
    | ThreadMessageIncomplete
    | ErrorEvent
)
AssistantTool = CodeInterpreterTool | FileSearchTool | FunctionTool
AssistantToolChoiceOption = Literal["none", "auto", "required"] | AssistantToolChoice
AssistantToolChoiceOptionParam = Literal["none", "auto", "required"] | AssistantToolChoiceParam
AssistantToolParam = CodeInterpreterToolParam | FileSearchToolParam | FunctionToolParam
