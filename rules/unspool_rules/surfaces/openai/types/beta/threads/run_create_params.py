from typing import Iterable, Literal, TypedDict

from openai.types.beta import (
    AssistantResponseFormatOptionParam,
    AssistantToolChoiceOptionParam,
    AssistantToolParam,
    CodeInterpreterToolParam,
)
from openai.types.beta.threads import MessageContentPartParam, RunCreateParams
from openai.types.beta.threads.runs import RunStepInclude
from openai.types.shared import ReasoningEffort
from openai.types.shared_params import FunctionDefinition, Metadata


class RunCreateParamsBase(TypedDict):
    assistant_id: str
    include: list[RunStepInclude]
    additional_instructions: str | None
    additional_messages: Iterable[AdditionalMessage] | None
    instructions: str | None
    max_completion_tokens: int | None
    max_prompt_tokens: int | None
    metadata: Metadata | None
    model: str | None
    parallel_tool_calls: bool
    reasoning_effort: ReasoningEffort | None
    response_format: AssistantResponseFormatOptionParam | None
    temperature: float | None
    tool_choice: AssistantToolChoiceOptionParam | None
    tools: Iterable[AssistantToolParam] | None
    top_p: float | None
    truncation_strategy: TruncationStrategy | None


class AdditionalMessageAttachmentToolFileSearch(TypedDict):
    type: Literal["file_search"]


class AdditionalMessageAttachment(TypedDict):
    file_id: str
    tools: Iterable[AdditionalMessageAttachmentTool]
    add_to: list[Literal["file_search", "code_interpreter"]]


class AdditionalMessage(TypedDict):
    content: str | Iterable[MessageContentPartParam]
    role: Literal["user", "assistant"]
    attachments: Iterable[AdditionalMessageAttachment] | None
    metadata: Metadata | None


class TruncationStrategy(TypedDict):
    type: Literal["auto", "last_messages"]
    last_messages: int | None


class RunCreateParamsNonStreaming(RunCreateParamsBase):
    stream: Literal[False] | None


class RunCreateParamsStreaming(RunCreateParamsBase):
    stream: Literal[True]


class ToolAssistantToolsCode(TypedDict):
    type: Literal["code_interpreter"]


class ToolAssistantToolsRetrieval(TypedDict):
    type: Literal["retrieval"]


class ToolAssistantToolsFunction(TypedDict):
    function: FunctionDefinition
    type: Literal["function"]


AdditionalMessageAttachmentTool = CodeInterpreterToolParam | AdditionalMessageAttachmentToolFileSearch
Tool = ToolAssistantToolsCode | ToolAssistantToolsRetrieval | ToolAssistantToolsFunction
