from typing import Iterable, Literal, Sequence, TypedDict

from openai.types.beta import (
    AssistantResponseFormatOptionParam,
    AssistantToolChoiceOptionParam,
    AssistantToolParam,
    CodeInterpreterToolParam,
    FileSearchToolParam,
    FunctionToolParam,
    ThreadCreateAndRunParams,
)
from openai.types.beta.threads import MessageContentPartParam
from openai.types.shared_params import FunctionDefinition, Metadata


class ThreadCreateAndRunParamsBase(TypedDict):
    assistant_id: str
    instructions: str | None
    max_completion_tokens: int | None
    max_prompt_tokens: int | None
    metadata: Metadata | None
    model: str | None
    parallel_tool_calls: bool
    response_format: AssistantResponseFormatOptionParam | None
    temperature: float | None
    thread: Thread
    tool_choice: AssistantToolChoiceOptionParam | None
    tool_resources: ToolResources | None
    tools: Iterable[AssistantToolParam] | None
    top_p: float | None
    truncation_strategy: TruncationStrategy | None


class ThreadMessageAttachmentToolFileSearch(TypedDict):
    type: Literal["file_search"]


class ThreadMessageAttachment(TypedDict):
    file_id: str
    tools: Iterable[ThreadMessageAttachmentTool]
    add_to: list[Literal["file_search", "code_interpreter"]]


class ThreadMessage(TypedDict):
    content: str | Iterable[MessageContentPartParam]
    role: Literal["user", "assistant"]
    attachments: Iterable[ThreadMessageAttachment] | None
    metadata: Metadata | None
    file_ids: list[str]


class ThreadToolResourcesCodeInterpreter(TypedDict):
    file_ids: Sequence[str]


class ThreadToolResourcesFileSearchVectorStoreChunkingStrategyAuto(TypedDict):
    type: Literal["auto"]


class ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic(TypedDict):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStatic(TypedDict):
    static: ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic
    type: Literal["static"]


class ThreadToolResourcesFileSearchVectorStore(TypedDict):
    chunking_strategy: ThreadToolResourcesFileSearchVectorStoreChunkingStrategy
    file_ids: Sequence[str]
    metadata: Metadata | None


class ThreadToolResourcesFileSearch(TypedDict):
    vector_store_ids: Sequence[str]
    vector_stores: Iterable[ThreadToolResourcesFileSearchVectorStore]


class ThreadToolResources(TypedDict):
    code_interpreter: ThreadToolResourcesCodeInterpreter
    file_search: ThreadToolResourcesFileSearch


class Thread(TypedDict):
    messages: Iterable[ThreadMessage]
    metadata: Metadata | None
    tool_resources: ThreadToolResources | None


class ToolResourcesCodeInterpreter(TypedDict):
    file_ids: Sequence[str]


class ToolResourcesFileSearch(TypedDict):
    vector_store_ids: Sequence[str]


class ToolResources(TypedDict):
    code_interpreter: ToolResourcesCodeInterpreter
    file_search: ToolResourcesFileSearch


class TruncationStrategy(TypedDict):
    type: Literal["auto", "last_messages"]
    last_messages: int | None


class ThreadCreateAndRunParamsNonStreaming(ThreadCreateAndRunParamsBase):
    stream: Literal[False] | None


class ThreadCreateAndRunParamsStreaming(ThreadCreateAndRunParamsBase):
    stream: Literal[True]


class ToolAssistantToolsCode(TypedDict):
    type: Literal["code_interpreter"]


class ToolAssistantToolsRetrieval(TypedDict):
    type: Literal["retrieval"]


class ToolAssistantToolsFunction(TypedDict):
    function: FunctionDefinition
    type: Literal["function"]


ThreadMessageAttachmentTool = CodeInterpreterToolParam | ThreadMessageAttachmentToolFileSearch
ThreadToolResourcesFileSearchVectorStoreChunkingStrategy = (
    ThreadToolResourcesFileSearchVectorStoreChunkingStrategyAuto
    | ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStatic
)
Tool = CodeInterpreterToolParam | FileSearchToolParam | FunctionToolParam
