from datetime import datetime
from enum import Enum
from typing import Any, AsyncIterator, Callable, Generic, Iterator, Literal, Mapping, TypeVar

from azure.ai.agents._model import Model
from azure.ai.agents._types import (
    AgentsResponseFormatOption,
    AgentsToolChoiceOption,
    MCPRequiredApproval,
    MessageAttachmentToolDefinition,
    MessageInputContent,
)
from azure.ai.projects.models import ToolConnectionList

BaseAgentEventHandlerT = TypeVar("BaseAgentEventHandlerT")
BaseAsyncAgentEventHandlerT = TypeVar("BaseAsyncAgentEventHandlerT")
ToolDefinitionT = TypeVar("ToolDefinitionT")


class BaseAgentEventHandler(Iterator[Any]):
    response_iterator: Iterator[bytes] | None
    submit_tool_outputs: Any
    buffer: bytes | None
    event_handler: BaseAgentEventHandler | None
    done: bool
    def __iter__(self) -> Iterator[Any]: ...
    def __init__(self) -> None: ...
    def initialize(
        self, response_iterator: Iterator[bytes], submit_tool_outputs: Any, event_handler: Any = ...,
    ) -> None: ...
    def __next__(self) -> Any: ...
    def until_done(self) -> None: ...


class AgentEventHandler(BaseAgentEventHandler):
    def __iter__(self) -> Iterator[tuple[str, StreamEventData, Any]]: ...
    def __next__(self) -> tuple[str, StreamEventData, Any]: ...
    def __init__(self) -> None: ...
    def set_max_retry(self, max_retry: int) -> None: ...
    def on_message_delta(self, delta: MessageDeltaChunk) -> Any: ...
    def on_thread_message(self, message: ThreadMessage) -> Any: ...
    def on_thread_run(self, run: ThreadRun) -> Any: ...
    def on_run_step(self, step: RunStep) -> Any: ...
    def on_run_step_delta(self, delta: RunStepDeltaChunk) -> Any: ...
    def on_error(self, data: str) -> Any: ...
    def on_done(self) -> Any: ...
    def on_unhandled_event(self, event_type: str, event_data: str) -> Any: ...


class AgentRunStream(Generic[BaseAgentEventHandlerT]):
    def __init__(
        self, response_iterator: Iterator[bytes], submit_tool_outputs: Any, event_handler: BaseAgentEventHandlerT,
    ) -> None: ...
    def __enter__(self) -> BaseAgentEventHandlerT: ...
    def __exit__(self, *exc_details: Any) -> None: ...
    def __iter__(self) -> Iterator[tuple[str, StreamEventData, Any]]: ...
    def __next__(self) -> tuple[str, str | StreamEventData]: ...
    def until_done(self) -> None: ...


class AsyncAgentRunStream(Generic[BaseAsyncAgentEventHandlerT]):
    def __init__(
        self, response_iterator: AsyncIterator[bytes], submit_tool_outputs: Any,
        event_handler: BaseAsyncAgentEventHandlerT,
    ) -> None: ...
    async def __aenter__(self) -> BaseAsyncAgentEventHandlerT: ...
    async def __aexit__(self, *exc_details: Any) -> None: ...
    def __aiter__(self) -> AsyncIterator[tuple[str, StreamEventData, Any]]: ...
    async def __anext__(self) -> tuple[str, str | StreamEventData]: ...
    async def until_done(self) -> None: ...


class Tool(Generic[ToolDefinitionT]):
    definitions: list[ToolDefinitionT]
    resources: ToolResources
    def execute(self, tool_call: Any) -> Any: ...


class AsyncFunctionTool(Tool[FunctionToolDefinition]):
    definitions: list[FunctionToolDefinition]
    resources: ToolResources
    async def execute(self, tool_call: RequiredFunctionToolCall) -> Any: ...
    def __init__(self, functions: set[Callable[..., Any]]) -> None: ...
    def add_functions(self, extra_functions: set[Callable[..., Any]]) -> None: ...


class AsyncToolSet:
    definitions: list[ToolDefinition]
    resources: ToolResources
    def validate_tool_type(self, tool: Tool) -> None: ...
    async def execute_tool_calls(self, tool_calls: list[Any]) -> Any: ...
    def __init__(self) -> None: ...
    def add(self, tool: Tool) -> Any: ...
    def remove(self, tool_type: type[Tool], *, name: str | None = ..., server_label: str | None = ...) -> None: ...
    def get_definitions_and_resources(self) -> dict[str, Any]: ...
    def get_tool(self, tool_type: type[Any], *, server_label: str | None = ...) -> Any: ...


class AzureAISearchTool(Tool[AzureAISearchToolDefinition]):
    definitions: list[AzureAISearchToolDefinition]
    resources: ToolResources
    def __init__(
        self, index_connection_id: str, index_name: str, query_type: AzureAISearchQueryType = ..., filter: str = ...,
        top_k: int = ..., index_asset_id: str = ...,
    ) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...
    def add_index(self, index: str, name: str) -> Any: ...


class AzureFunctionTool(Tool[AzureFunctionToolDefinition]):
    definitions: list[AzureFunctionToolDefinition]
    resources: ToolResources
    def __init__(
        self, name: str, description: str, parameters: dict[str, Any], input_queue: AzureFunctionStorageQueue,
        output_queue: AzureFunctionStorageQueue,
    ) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class BaseAsyncAgentEventHandler(AsyncIterator[Any]):
    response_iterator: AsyncIterator[bytes] | None
    submit_tool_outputs: Any
    buffer: bytes | None
    event_handler: BaseAsyncAgentEventHandler | None
    done: bool
    def __aiter__(self) -> AsyncIterator[Any]: ...
    def __init__(self) -> None: ...
    def initialize(
        self, response_iterator: AsyncIterator[bytes], submit_tool_outputs: Any, event_handler: Any = ...,
    ) -> None: ...
    async def __anext__(self) -> Any: ...
    async def until_done(self) -> None: ...


class CodeInterpreterTool(Tool[CodeInterpreterToolDefinition]):
    definitions: list[CodeInterpreterToolDefinition]
    resources: ToolResources
    data_sources: dict[str, VectorStoreDataSource]
    def __init__(
        self, file_ids: list[str] | None = ..., *, data_sources: list[VectorStoreDataSource] | None = ...,
    ) -> None: ...
    def add_file(self, file_id: str) -> None: ...
    def remove_file(self, file_id: str) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...
    def add_data_source(self, data_source: VectorStoreDataSource) -> None: ...
    def remove_data_source(self, asset_identifier: str) -> None: ...


class ConnectedAgentTool(Tool[ConnectedAgentToolDefinition]):
    definitions: list[ConnectedAgentToolDefinition]
    resources: ToolResources
    def __init__(self, id: str, name: str, description: str) -> None: ...
    def execute(self, tool_call: Any) -> None: ...


class AsyncAgentEventHandler(BaseAsyncAgentEventHandler):
    def __aiter__(self) -> AsyncIterator[tuple[str, StreamEventData, Any]]: ...
    async def __anext__(self) -> tuple[str, StreamEventData, Any]: ...
    def __init__(self) -> None: ...
    def set_max_retry(self, max_retry: int) -> None: ...
    async def on_message_delta(self, delta: MessageDeltaChunk) -> Any: ...
    async def on_thread_message(self, message: ThreadMessage) -> Any: ...
    async def on_thread_run(self, run: ThreadRun) -> Any: ...
    async def on_run_step(self, step: RunStep) -> Any: ...
    async def on_run_step_delta(self, delta: RunStepDeltaChunk) -> Any: ...
    async def on_error(self, data: str) -> Any: ...
    async def on_done(self) -> Any: ...
    async def on_unhandled_event(self, event_type: str, event_data: str) -> Any: ...


class FileSearchTool(Tool[FileSearchToolDefinition]):
    definitions: list[FileSearchToolDefinition]
    resources: ToolResources
    def __init__(self, vector_store_ids: list[str] | None = ...) -> None: ...
    def add_vector_store(self, store_id: str) -> None: ...
    def remove_vector_store(self, store_id: str) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class FunctionTool(Tool[FunctionToolDefinition]):
    definitions: list[FunctionToolDefinition]
    resources: ToolResources
    def execute(self, tool_call: RequiredFunctionToolCall) -> Any: ...
    def __init__(self, functions: set[Callable[..., Any]]) -> None: ...
    def add_functions(self, extra_functions: set[Callable[..., Any]]) -> None: ...


class OpenApiTool(Tool[OpenApiToolDefinition]):
    definitions: list[OpenApiToolDefinition]
    resources: ToolResources
    def __init__(
        self, name: str, description: str, spec: Any, auth: OpenApiAuthDetails,
        default_parameters: list[str] | None = ...,
    ) -> None: ...
    def add_definition(
        self, name: str, description: str, spec: Any, auth: OpenApiAuthDetails | None = ...,
        default_parameters: list[str] | None = ...,
    ) -> None: ...
    def remove_definition(self, name: str) -> None: ...
    def execute(self, tool_call: Any) -> None: ...


class BingGroundingTool(Tool[BingGroundingToolDefinition]):
    definitions: list[BingGroundingToolDefinition]
    resources: ToolResources
    def __init__(
        self, connection_id: str, market: str = ..., set_lang: str = ..., count: int = ..., freshness: str = ...,
    ) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class ToolSet:
    definitions: list[ToolDefinition]
    resources: ToolResources
    def validate_tool_type(self, tool: Tool) -> None: ...
    def execute_tool_calls(self, tool_calls: list[Any]) -> Any: ...
    def __init__(self) -> None: ...
    def add(self, tool: Tool) -> Any: ...
    def remove(self, tool_type: type[Tool], *, name: str | None = ..., server_label: str | None = ...) -> None: ...
    def get_definitions_and_resources(self) -> dict[str, Any]: ...
    def get_tool(self, tool_type: type[Any], *, server_label: str | None = ...) -> Any: ...


class ThreadMessage(Model):
    text_messages: list[MessageTextContent]
    image_contents: list[MessageImageFileContent]
    file_citation_annotations: list[MessageTextFileCitationAnnotation]
    file_path_annotations: list[MessageTextFilePathAnnotation]
    url_citation_annotations: list[MessageTextUrlCitationAnnotation]
    id: str
    object: Literal["thread.message"]
    created_at: datetime
    thread_id: str
    status: str | MessageStatus
    incomplete_details: MessageIncompleteDetails
    completed_at: datetime
    incomplete_at: datetime
    role: str | MessageRole
    content: list[MessageContent]
    agent_id: str
    run_id: str
    attachments: list[MessageAttachment]
    metadata: dict[str, str]
    assistant_id: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, created_at: datetime, thread_id: str,
        status: str | MessageStatus, incomplete_details: MessageIncompleteDetails, completed_at: datetime,
        incomplete_at: datetime, role: str | MessageRole, content: list[MessageContent], agent_id: str = ...,
        run_id: str, attachments: list[MessageAttachment], metadata: dict[str, str], assistant_id: str = ...,
    ) -> None: ...


class MessageTextAnnotation(Model):
    type: str
    text: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str, text: str) -> None: ...


class MessageTextFileCitationAnnotation(MessageTextAnnotation):
    type: Literal["file_citation"]
    file_citation: MessageTextFileCitationDetails
    start_index: int | None
    end_index: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, text: str, file_citation: MessageTextFileCitationDetails,
        start_index: int | None = ..., end_index: int | None = ...,
    ) -> None: ...


class MessageDeltaChunk(Model):
    text: str
    id: str
    object: Literal["thread.message.delta"]
    delta: MessageDelta
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, delta: MessageDelta) -> None: ...


class MessageAttachment(Model):
    file_id: str | None
    data_source: VectorStoreDataSource | None
    tools: list[MessageAttachmentToolDefinition]
    data_sources: list[VectorStoreDataSource] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, tools: list[FileSearchToolDefinition], file_id: str | None = ...,
        data_source: VectorStoreDataSource | None = ..., data_sources: list[VectorStoreDataSource] | None = ...,
    ) -> None: ...


class AISearchIndexResource(Model):
    index_connection_id: str | None
    index_name: str | None
    query_type: str | AzureAISearchQueryType | None
    top_k: int | None
    filter: str | None
    index_asset_id: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index_connection_id: str | None = ...,
        index_name: str | None = ..., query_type: str | AzureAISearchQueryType | None = ..., top_k: int | None = ...,
        filter: str | None = ..., index_asset_id: str | None = ...,
    ) -> None: ...


class Agent(Model):
    id: str
    object: Literal["assistant"]
    created_at: datetime
    name: str
    description: str
    model: str
    instructions: str
    tools: list[ToolDefinition]
    tool_resources: ToolResources
    temperature: float
    top_p: float
    response_format: AgentsResponseFormatOption | None
    metadata: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, created_at: datetime, name: str, description: str,
        model: str, instructions: str, tools: list[ToolDefinition], tool_resources: ToolResources, temperature: float,
        top_p: float, metadata: dict[str, str], response_format: AgentsResponseFormatOption | None = ...,
    ) -> None: ...


class AgentErrorDetail(Model):
    message: str | None
    type: str | None
    param: str | None
    code: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, message: str | None = ..., type: str | None = ...,
        param: str | None = ..., code: str | None = ...,
    ) -> None: ...


class AgentThread(Model):
    id: str
    object: Literal["thread"]
    created_at: datetime
    tool_resources: ToolResources
    metadata: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, created_at: datetime, tool_resources: ToolResources,
        metadata: dict[str, str],
    ) -> None: ...


class AgentThreadCreationOptions(Model):
    messages: list[ThreadMessageOptions] | None
    tool_resources: ToolResources | None
    metadata: dict[str, str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, messages: list[ThreadMessageOptions] | None = ...,
        tool_resources: ToolResources | None = ..., metadata: dict[str, str] | None = ...,
    ) -> None: ...


class AgentV1Error(Model):
    error: AgentErrorDetail
    def __init__(self, mapping: Mapping[str, Any] = ..., *, error: AgentErrorDetail) -> None: ...


class AgentsNamedToolChoice(Model):
    type: str | AgentsNamedToolChoiceType
    function: FunctionName | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, type: str | AgentsNamedToolChoiceType,
        function: FunctionName | None = ...,
    ) -> None: ...


class AgentsResponseFormat(Model):
    type: str | ResponseFormat | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str | ResponseFormat | None = ...) -> None: ...


class ToolDefinition(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class AzureAISearchToolDefinition(ToolDefinition):
    type: Literal["azure_ai_search"]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class AzureAISearchToolResource(Model):
    index_list: list[AISearchIndexResource] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index_list: list[AISearchIndexResource] | None = ...,
    ) -> None: ...


class AzureFunctionBinding(Model):
    type: Literal["storage_queue"]
    storage_queue: AzureFunctionStorageQueue
    def __init__(self, mapping: Mapping[str, Any] = ..., *, storage_queue: AzureFunctionStorageQueue) -> None: ...


class AzureFunctionDefinition(Model):
    function: FunctionDefinition
    input_binding: AzureFunctionBinding
    output_binding: AzureFunctionBinding
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, function: FunctionDefinition, input_binding: AzureFunctionBinding,
        output_binding: AzureFunctionBinding,
    ) -> None: ...


class AzureFunctionStorageQueue(Model):
    storage_service_endpoint: str
    queue_name: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, storage_service_endpoint: str, queue_name: str) -> None: ...


class AzureFunctionToolDefinition(ToolDefinition):
    type: Literal["azure_function"]
    azure_function: AzureFunctionDefinition
    def __init__(self, mapping: Mapping[str, Any] = ..., *, azure_function: AzureFunctionDefinition) -> None: ...


class BingGroundingSearchConfiguration(Model):
    connection_id: str
    market: str | None
    set_lang: str | None
    count: int | None
    freshness: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection_id: str, market: str | None = ...,
        set_lang: str | None = ..., count: int | None = ..., freshness: str | None = ...,
    ) -> None: ...


class BingGroundingSearchToolParameters(Model):
    search_configurations: list[BingGroundingSearchConfiguration]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, search_configurations: list[BingGroundingSearchConfiguration],
    ) -> None: ...


class BingGroundingToolDefinition(ToolDefinition):
    type: Literal["bing_grounding"]
    bing_grounding: BingGroundingSearchToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, bing_grounding: BingGroundingSearchToolParameters,
    ) -> None: ...


class CodeInterpreterToolDefinition(ToolDefinition):
    type: Literal["code_interpreter"]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class CodeInterpreterToolResource(Model):
    file_ids: list[str] | None
    data_sources: list[VectorStoreDataSource] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, file_ids: list[str] | None = ...,
        data_sources: list[VectorStoreDataSource] | None = ...,
    ) -> None: ...


class ConnectedAgentDetails(Model):
    id: str
    name: str
    description: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, name: str, description: str) -> None: ...


class ConnectedAgentToolDefinition(ToolDefinition):
    type: Literal["connected_agent"]
    connected_agent: ConnectedAgentDetails
    def __init__(self, mapping: Mapping[str, Any] = ..., *, connected_agent: ConnectedAgentDetails) -> None: ...


class FileInfo(Model):
    object: Literal["file"]
    id: str
    bytes: int
    filename: str
    created_at: datetime
    purpose: str | FilePurpose
    status: str | FileState | None
    status_details: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, bytes: int, filename: str, created_at: datetime,
        purpose: str | FilePurpose, status: str | FileState | None = ..., status_details: str | None = ...,
    ) -> None: ...


class FileListResponse(Model):
    object: Literal["list"]
    data: list[FileInfo]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, data: list[FileInfo]) -> None: ...


class FileSearchRankingOptions(Model):
    ranker: str
    score_threshold: float
    def __init__(self, mapping: Mapping[str, Any] = ..., *, ranker: str, score_threshold: float) -> None: ...


class FileSearchToolCallContent(Model):
    type: Literal["text"]
    text: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, text: str) -> None: ...


class FileSearchToolDefinition(ToolDefinition):
    type: Literal["file_search"]
    file_search: FileSearchToolDefinitionDetails | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, file_search: FileSearchToolDefinitionDetails | None = ...,
    ) -> None: ...


class FileSearchToolDefinitionDetails(Model):
    max_num_results: int | None
    ranking_options: FileSearchRankingOptions | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, max_num_results: int | None = ...,
        ranking_options: FileSearchRankingOptions | None = ...,
    ) -> None: ...


class FileSearchToolResource(Model):
    vector_store_ids: list[str] | None
    vector_stores: list[VectorStoreConfigurations] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, vector_store_ids: list[str] | None = ...,
        vector_stores: list[VectorStoreConfigurations] | None = ...,
    ) -> None: ...


class FunctionDefinition(Model):
    name: str
    description: str | None
    parameters: Any
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, parameters: Any, description: str | None = ...,
    ) -> None: ...


class FunctionName(Model):
    name: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, name: str) -> None: ...


class FunctionToolDefinition(ToolDefinition):
    type: Literal["function"]
    function: FunctionDefinition
    def __init__(self, mapping: Mapping[str, Any] = ..., *, function: FunctionDefinition) -> None: ...


class IncompleteRunDetails(Model):
    reason: str | IncompleteDetailsReason
    def __init__(self, mapping: Mapping[str, Any] = ..., *, reason: str | IncompleteDetailsReason) -> None: ...


class MessageContent(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class MessageDelta(Model):
    role: str | MessageRole
    content: list[MessageDeltaContent]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, role: str | MessageRole, content: list[MessageDeltaContent],
    ) -> None: ...


class MessageDeltaContent(Model):
    index: int
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, index: int, type: str) -> None: ...


class MessageDeltaImageFileContent(MessageDeltaContent):
    type: Literal["image_file"]
    image_file: MessageDeltaImageFileContentObject | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int,
        image_file: MessageDeltaImageFileContentObject | None = ...,
    ) -> None: ...


class MessageDeltaImageFileContentObject(Model):
    file_id: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_id: str | None = ...) -> None: ...


class MessageDeltaTextAnnotation(Model):
    index: int
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, index: int, type: str) -> None: ...


class MessageDeltaTextContent(MessageDeltaContent):
    type: Literal["text"]
    text: MessageDeltaTextContentObject | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, text: MessageDeltaTextContentObject | None = ...,
    ) -> None: ...


class MessageDeltaTextContentObject(Model):
    value: str | None
    annotations: list[MessageDeltaTextAnnotation] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, value: str | None = ...,
        annotations: list[MessageDeltaTextAnnotation] | None = ...,
    ) -> None: ...


class MessageDeltaTextFileCitationAnnotation(MessageDeltaTextAnnotation):
    type: Literal["file_citation"]
    file_citation: MessageDeltaTextFileCitationAnnotationObject | None
    text: str | None
    start_index: int | None
    end_index: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int,
        file_citation: MessageDeltaTextFileCitationAnnotationObject | None = ..., text: str | None = ...,
        start_index: int | None = ..., end_index: int | None = ...,
    ) -> None: ...


class MessageDeltaTextFileCitationAnnotationObject(Model):
    file_id: str | None
    quote: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, file_id: str | None = ..., quote: str | None = ...,
    ) -> None: ...


class MessageDeltaTextFilePathAnnotation(MessageDeltaTextAnnotation):
    type: Literal["file_path"]
    file_path: MessageDeltaTextFilePathAnnotationObject | None
    start_index: int | None
    end_index: int | None
    text: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int,
        file_path: MessageDeltaTextFilePathAnnotationObject | None = ..., start_index: int | None = ...,
        end_index: int | None = ..., text: str | None = ...,
    ) -> None: ...


class MessageDeltaTextFilePathAnnotationObject(Model):
    file_id: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_id: str | None = ...) -> None: ...


class MessageDeltaTextUrlCitationAnnotation(MessageDeltaTextAnnotation):
    type: Literal["url_citation"]
    url_citation: MessageDeltaTextUrlCitationDetails
    start_index: int | None
    end_index: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, url_citation: MessageDeltaTextUrlCitationDetails,
        start_index: int | None = ..., end_index: int | None = ...,
    ) -> None: ...


class MessageDeltaTextUrlCitationDetails(Model):
    url: str
    title: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, url: str, title: str | None = ...) -> None: ...


class MessageImageFileContent(MessageContent):
    type: Literal["image_file"]
    image_file: MessageImageFileDetails
    def __init__(self, mapping: Mapping[str, Any] = ..., *, image_file: MessageImageFileDetails) -> None: ...


class MessageImageFileDetails(Model):
    file_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_id: str) -> None: ...


class MessageImageFileParam(Model):
    file_id: str
    detail: str | ImageDetailLevel | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, file_id: str, detail: str | ImageDetailLevel | None = ...,
    ) -> None: ...


class MessageImageUrlParam(Model):
    url: str
    detail: str | ImageDetailLevel | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, url: str, detail: str | ImageDetailLevel | None = ...,
    ) -> None: ...


class MessageIncompleteDetails(Model):
    reason: str | MessageIncompleteDetailsReason
    def __init__(self, mapping: Mapping[str, Any] = ..., *, reason: str | MessageIncompleteDetailsReason) -> None: ...


class MessageInputContentBlock(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class MessageInputImageFileBlock(MessageInputContentBlock):
    type: Literal[MessageBlockType.IMAGE_FILE]
    image_file: MessageImageFileParam
    def __init__(self, mapping: Mapping[str, Any] = ..., *, image_file: MessageImageFileParam) -> None: ...


class MessageInputImageUrlBlock(MessageInputContentBlock):
    type: Literal[MessageBlockType.IMAGE_URL]
    image_url: MessageImageUrlParam
    def __init__(self, mapping: Mapping[str, Any] = ..., *, image_url: MessageImageUrlParam) -> None: ...


class MessageInputTextBlock(MessageInputContentBlock):
    type: Literal[MessageBlockType.TEXT]
    text: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, text: str) -> None: ...


class MessageTextContent(MessageContent):
    type: Literal["text"]
    text: MessageTextDetails
    def __init__(self, mapping: Mapping[str, Any] = ..., *, text: MessageTextDetails) -> None: ...


class MessageTextDetails(Model):
    value: str
    annotations: list[MessageTextAnnotation]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, value: str, annotations: list[MessageTextAnnotation],
    ) -> None: ...


class MessageTextFileCitationDetails(Model):
    file_id: str
    quote: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_id: str, quote: str) -> None: ...


class MessageTextFilePathAnnotation(MessageTextAnnotation):
    type: Literal["file_path"]
    file_path: MessageTextFilePathDetails
    start_index: int | None
    end_index: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, text: str, file_path: MessageTextFilePathDetails,
        start_index: int | None = ..., end_index: int | None = ...,
    ) -> None: ...


class MessageTextFilePathDetails(Model):
    file_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_id: str) -> None: ...


class MessageTextUrlCitationAnnotation(MessageTextAnnotation):
    type: Literal["url_citation"]
    url_citation: MessageTextUrlCitationDetails
    start_index: int | None
    end_index: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, text: str, url_citation: MessageTextUrlCitationDetails,
        start_index: int | None = ..., end_index: int | None = ...,
    ) -> None: ...


class MessageTextUrlCitationDetails(Model):
    url: str
    title: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, url: str, title: str | None = ...) -> None: ...


class OpenApiAuthDetails(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class OpenApiAnonymousAuthDetails(OpenApiAuthDetails):
    type: Literal[OpenApiAuthType.ANONYMOUS]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class OpenApiConnectionAuthDetails(OpenApiAuthDetails):
    type: Literal[OpenApiAuthType.CONNECTION]
    security_scheme: OpenApiConnectionSecurityScheme
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, security_scheme: OpenApiConnectionSecurityScheme,
    ) -> None: ...


class OpenApiConnectionSecurityScheme(Model):
    connection_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, connection_id: str) -> None: ...


class OpenApiFunctionDefinition(Model):
    name: str
    description: str | None
    spec: Any
    auth: OpenApiAuthDetails
    default_params: list[str] | None
    functions: list[FunctionDefinition] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, spec: Any, auth: OpenApiAuthDetails,
        description: str | None = ..., default_params: list[str] | None = ...,
    ) -> None: ...


class OpenApiManagedAuthDetails(OpenApiAuthDetails):
    type: Literal[OpenApiAuthType.MANAGED_IDENTITY]
    security_scheme: OpenApiManagedSecurityScheme
    def __init__(self, mapping: Mapping[str, Any] = ..., *, security_scheme: OpenApiManagedSecurityScheme) -> None: ...


class OpenApiManagedSecurityScheme(Model):
    audience: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, audience: str) -> None: ...


class OpenApiToolDefinition(ToolDefinition):
    type: Literal["openapi"]
    openapi: OpenApiFunctionDefinition
    def __init__(self, mapping: Mapping[str, Any] = ..., *, openapi: OpenApiFunctionDefinition) -> None: ...


class RequiredAction(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class RequiredToolCall(Model):
    type: str
    id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str, id: str) -> None: ...


class RequiredFunctionToolCall(RequiredToolCall):
    type: Literal["function"]
    function: RequiredFunctionToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, function: RequiredFunctionToolCallDetails,
    ) -> None: ...


class RequiredFunctionToolCallDetails(Model):
    name: str
    arguments: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, name: str, arguments: str) -> None: ...


class ResponseFormatJsonSchema(Model):
    description: str | None
    name: str
    schema: Any
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, schema: Any, description: str | None = ...,
    ) -> None: ...


class ResponseFormatJsonSchemaType(Model):
    type: Literal["json_schema"]
    json_schema: ResponseFormatJsonSchema
    def __init__(self, mapping: Mapping[str, Any] = ..., *, json_schema: ResponseFormatJsonSchema) -> None: ...


class RunCompletionUsage(Model):
    completion_tokens: int
    prompt_tokens: int
    total_tokens: int
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, completion_tokens: int, prompt_tokens: int, total_tokens: int,
    ) -> None: ...


class RunError(Model):
    code: str
    message: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, code: str, message: str) -> None: ...


class RunStep(Model):
    id: str
    object: Literal["thread.run.step"]
    type: str | RunStepType
    agent_id: str
    thread_id: str
    run_id: str
    status: str | RunStepStatus
    step_details: RunStepDetails
    last_error: RunStepError
    created_at: datetime
    expired_at: datetime
    completed_at: datetime
    cancelled_at: datetime
    failed_at: datetime
    usage: RunStepCompletionUsage | None
    metadata: dict[str, str]
    assistant_id: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, type: str | RunStepType, agent_id: str = ...,
        thread_id: str, run_id: str, status: str | RunStepStatus, step_details: RunStepDetails,
        last_error: RunStepError, created_at: datetime, expired_at: datetime, completed_at: datetime,
        cancelled_at: datetime, failed_at: datetime, metadata: dict[str, str],
        usage: RunStepCompletionUsage | None = ..., assistant_id: str = ...,
    ) -> None: ...


class RunStepToolCall(Model):
    type: str
    id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str, id: str) -> None: ...


class RunStepAzureAISearchToolCall(RunStepToolCall):
    type: Literal["azure_ai_search"]
    azure_ai_search: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, azure_ai_search: dict[str, str]) -> None: ...


class RunStepBingGroundingToolCall(RunStepToolCall):
    type: Literal["bing_grounding"]
    bing_grounding: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, bing_grounding: dict[str, str]) -> None: ...


class RunStepCodeInterpreterToolCallOutput(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class RunStepCodeInterpreterImageOutput(RunStepCodeInterpreterToolCallOutput):
    type: Literal["image"]
    image: RunStepCodeInterpreterImageReference
    def __init__(self, mapping: Mapping[str, Any] = ..., *, image: RunStepCodeInterpreterImageReference) -> None: ...


class RunStepCodeInterpreterImageReference(Model):
    file_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_id: str) -> None: ...


class RunStepCodeInterpreterLogOutput(RunStepCodeInterpreterToolCallOutput):
    type: Literal["logs"]
    logs: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, logs: str) -> None: ...


class RunStepCodeInterpreterToolCall(RunStepToolCall):
    type: Literal["code_interpreter"]
    code_interpreter: RunStepCodeInterpreterToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, code_interpreter: RunStepCodeInterpreterToolCallDetails,
    ) -> None: ...


class RunStepCodeInterpreterToolCallDetails(Model):
    input: str
    outputs: list[RunStepCodeInterpreterToolCallOutput]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, input: str, outputs: list[RunStepCodeInterpreterToolCallOutput],
    ) -> None: ...


class RunStepCompletionUsage(Model):
    completion_tokens: int
    prompt_tokens: int
    total_tokens: int
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, completion_tokens: int, prompt_tokens: int, total_tokens: int,
    ) -> None: ...


class RunStepDelta(Model):
    step_details: RunStepDeltaDetail | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, step_details: RunStepDeltaDetail | None = ...) -> None: ...


class RunStepDeltaChunk(Model):
    id: str
    object: Literal["thread.run.step.delta"]
    delta: RunStepDelta
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, delta: RunStepDelta) -> None: ...


class RunStepDeltaCodeInterpreterDetailItemObject(Model):
    input: str | None
    outputs: list[RunStepDeltaCodeInterpreterOutput] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, input: str | None = ...,
        outputs: list[RunStepDeltaCodeInterpreterOutput] | None = ...,
    ) -> None: ...


class RunStepDeltaCodeInterpreterOutput(Model):
    index: int
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, index: int, type: str) -> None: ...


class RunStepDeltaCodeInterpreterImageOutput(RunStepDeltaCodeInterpreterOutput):
    type: Literal["image"]
    image: RunStepDeltaCodeInterpreterImageOutputObject | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int,
        image: RunStepDeltaCodeInterpreterImageOutputObject | None = ...,
    ) -> None: ...


class RunStepDeltaCodeInterpreterImageOutputObject(Model):
    file_id: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_id: str | None = ...) -> None: ...


class RunStepDeltaCodeInterpreterLogOutput(RunStepDeltaCodeInterpreterOutput):
    type: Literal["logs"]
    logs: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, index: int, logs: str | None = ...) -> None: ...


class RunStepDeltaToolCall(Model):
    index: int
    id: str
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, type: str) -> None: ...


class RunStepDeltaCodeInterpreterToolCall(RunStepDeltaToolCall):
    type: Literal["code_interpreter"]
    code_interpreter: RunStepDeltaCodeInterpreterDetailItemObject | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str,
        code_interpreter: RunStepDeltaCodeInterpreterDetailItemObject | None = ...,
    ) -> None: ...


class RunStepDeltaDetail(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class RunStepDeltaFileSearchToolCall(RunStepDeltaToolCall):
    type: Literal["file_search"]
    file_search: RunStepFileSearchToolCallResults | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str,
        file_search: RunStepFileSearchToolCallResults | None = ...,
    ) -> None: ...


class RunStepDeltaFunction(Model):
    name: str | None
    arguments: str | None
    output: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str | None = ..., arguments: str | None = ...,
        output: str | None = ...,
    ) -> None: ...


class RunStepDeltaFunctionToolCall(RunStepDeltaToolCall):
    type: Literal["function"]
    function: RunStepDeltaFunction | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, function: RunStepDeltaFunction | None = ...,
    ) -> None: ...


class RunStepDeltaMessageCreation(RunStepDeltaDetail):
    type: Literal["message_creation"]
    message_creation: RunStepDeltaMessageCreationObject | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, message_creation: RunStepDeltaMessageCreationObject | None = ...,
    ) -> None: ...


class RunStepDeltaMessageCreationObject(Model):
    message_id: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, message_id: str | None = ...) -> None: ...


class RunStepDeltaToolCallObject(RunStepDeltaDetail):
    type: Literal["tool_calls"]
    tool_calls: list[RunStepDeltaToolCall] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, tool_calls: list[RunStepDeltaToolCall] | None = ...,
    ) -> None: ...


class RunStepDetails(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class RunStepError(Model):
    code: str | RunStepErrorCode
    message: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, code: str | RunStepErrorCode, message: str) -> None: ...


class RunStepFileSearchToolCall(RunStepToolCall):
    type: Literal["file_search"]
    file_search: RunStepFileSearchToolCallResults
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, file_search: RunStepFileSearchToolCallResults,
    ) -> None: ...


class RunStepFileSearchToolCallResult(Model):
    file_id: str
    file_name: str
    score: float
    content: list[FileSearchToolCallContent] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, file_id: str, file_name: str, score: float,
        content: list[FileSearchToolCallContent] | None = ...,
    ) -> None: ...


class RunStepFileSearchToolCallResults(Model):
    ranking_options: FileSearchRankingOptions | None
    results: list[RunStepFileSearchToolCallResult]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, results: list[RunStepFileSearchToolCallResult],
        ranking_options: FileSearchRankingOptions | None = ...,
    ) -> None: ...


class RunStepFunctionToolCall(RunStepToolCall):
    type: Literal["function"]
    function: RunStepFunctionToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, function: RunStepFunctionToolCallDetails,
    ) -> None: ...


class RunStepFunctionToolCallDetails(Model):
    name: str
    arguments: str
    output: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, name: str, arguments: str, output: str = ...) -> None: ...


class RunStepMessageCreationDetails(RunStepDetails):
    type: Literal[RunStepType.MESSAGE_CREATION]
    message_creation: RunStepMessageCreationReference
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, message_creation: RunStepMessageCreationReference,
    ) -> None: ...


class RunStepMessageCreationReference(Model):
    message_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, message_id: str) -> None: ...


class RunStepOpenAPIToolCall(RunStepToolCall):
    type: Literal["openapi"]
    open_api: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, open_api: dict[str, str]) -> None: ...


class RunStepToolCallDetails(RunStepDetails):
    type: Literal[RunStepType.TOOL_CALLS]
    tool_calls: list[RunStepToolCall]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, tool_calls: list[RunStepToolCall]) -> None: ...


class SubmitToolOutputsAction(RequiredAction):
    type: Literal["submit_tool_outputs"]
    submit_tool_outputs: SubmitToolOutputsDetails
    def __init__(self, mapping: Mapping[str, Any] = ..., *, submit_tool_outputs: SubmitToolOutputsDetails) -> None: ...


class SubmitToolOutputsDetails(Model):
    tool_calls: list[RequiredToolCall]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, tool_calls: list[RequiredToolCall]) -> None: ...


class ThreadMessageOptions(Model):
    role: str | MessageRole
    content: MessageInputContent
    attachments: list[MessageAttachment] | None
    metadata: dict[str, str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, role: str | MessageRole, content: MessageInputContent,
        attachments: list[MessageAttachment] | None = ..., metadata: dict[str, str] | None = ...,
    ) -> None: ...


class ThreadRun(Model):
    id: str
    object: Literal["thread.run"]
    thread_id: str
    agent_id: str
    status: str | RunStatus
    required_action: RequiredAction | None
    last_error: RunError
    model: str
    instructions: str
    tools: list[ToolDefinition]
    created_at: datetime
    expires_at: datetime
    started_at: datetime
    completed_at: datetime
    cancelled_at: datetime
    failed_at: datetime
    incomplete_details: IncompleteRunDetails
    usage: RunCompletionUsage
    temperature: float | None
    top_p: float | None
    max_prompt_tokens: int
    max_completion_tokens: int
    truncation_strategy: TruncationObject
    tool_choice: AgentsToolChoiceOption
    response_format: AgentsResponseFormatOption
    metadata: dict[str, str]
    tool_resources: ToolResources | None
    parallel_tool_calls: bool
    assistant_id: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, thread_id: str, agent_id: str = ...,
        status: str | RunStatus, last_error: RunError, model: str, instructions: str, tools: list[ToolDefinition],
        created_at: datetime, expires_at: datetime, started_at: datetime, completed_at: datetime,
        cancelled_at: datetime, failed_at: datetime, incomplete_details: IncompleteRunDetails,
        usage: RunCompletionUsage, max_prompt_tokens: int, max_completion_tokens: int,
        truncation_strategy: TruncationObject, tool_choice: AgentsToolChoiceOption,
        response_format: AgentsResponseFormatOption, metadata: dict[str, str], parallel_tool_calls: bool = ...,
        required_action: RequiredAction | None = ..., temperature: float | None = ..., top_p: float | None = ...,
        tool_resources: ToolResources | None = ..., assistant_id: str = ...,
    ) -> None: ...


class ToolOutput(Model):
    tool_call_id: str | None
    output: str | None
    type: Literal["function_call_output"]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, tool_call_id: str | None = ..., output: str | None = ...,
    ) -> None: ...


class ToolResources(Model):
    code_interpreter: CodeInterpreterToolResource | None
    file_search: FileSearchToolResource | None
    azure_ai_search: AzureAISearchToolResource | None
    mcp: list[MCPToolResource] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, code_interpreter: CodeInterpreterToolResource | None = ...,
        file_search: FileSearchToolResource | None = ..., azure_ai_search: AzureAISearchToolResource | None = ...,
        mcp: list[MCPToolResource] | None = ...,
    ) -> None: ...


class TruncationObject(Model):
    type: str | TruncationStrategy
    last_messages: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, type: str | TruncationStrategy, last_messages: int | None = ...,
    ) -> None: ...


class VectorStore(Model):
    id: str
    object: Literal["vector_store"]
    created_at: datetime
    name: str
    usage_bytes: int
    file_counts: VectorStoreFileCount
    status: str | VectorStoreStatus
    expires_after: VectorStoreExpirationPolicy | None
    expires_at: datetime | None
    last_active_at: datetime
    metadata: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, created_at: datetime, name: str, usage_bytes: int,
        file_counts: VectorStoreFileCount, status: str | VectorStoreStatus, last_active_at: datetime,
        metadata: dict[str, str], expires_after: VectorStoreExpirationPolicy | None = ...,
        expires_at: datetime | None = ...,
    ) -> None: ...


class VectorStoreChunkingStrategyRequest(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class VectorStoreAutoChunkingStrategyRequest(VectorStoreChunkingStrategyRequest):
    type: Literal[VectorStoreChunkingStrategyRequestType.AUTO]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class VectorStoreChunkingStrategyResponse(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class VectorStoreAutoChunkingStrategyResponse(VectorStoreChunkingStrategyResponse):
    type: Literal[VectorStoreChunkingStrategyResponseType.OTHER]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class VectorStoreConfiguration(Model):
    data_sources: list[VectorStoreDataSource]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, data_sources: list[VectorStoreDataSource]) -> None: ...


class VectorStoreConfigurations(Model):
    store_name: str
    store_configuration: VectorStoreConfiguration
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, store_name: str, store_configuration: VectorStoreConfiguration,
    ) -> None: ...


class VectorStoreDataSource(Model):
    asset_identifier: str
    asset_type: str | VectorStoreDataSourceAssetType
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, asset_identifier: str,
        asset_type: str | VectorStoreDataSourceAssetType,
    ) -> None: ...


class VectorStoreExpirationPolicy(Model):
    anchor: str | VectorStoreExpirationPolicyAnchor
    days: int
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, anchor: str | VectorStoreExpirationPolicyAnchor, days: int,
    ) -> None: ...


class VectorStoreFile(Model):
    id: str
    object: Literal["vector_store.file"]
    usage_bytes: int
    created_at: datetime
    vector_store_id: str
    status: str | VectorStoreFileStatus
    last_error: VectorStoreFileError
    chunking_strategy: VectorStoreChunkingStrategyResponse
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, usage_bytes: int, created_at: datetime,
        vector_store_id: str, status: str | VectorStoreFileStatus, last_error: VectorStoreFileError,
        chunking_strategy: VectorStoreChunkingStrategyResponse,
    ) -> None: ...


class VectorStoreFileBatch(Model):
    id: str
    object: Literal["vector_store.files_batch"]
    created_at: datetime
    vector_store_id: str
    status: str | VectorStoreFileBatchStatus
    file_counts: VectorStoreFileCount
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, created_at: datetime, vector_store_id: str,
        status: str | VectorStoreFileBatchStatus, file_counts: VectorStoreFileCount,
    ) -> None: ...


class VectorStoreFileCount(Model):
    in_progress: int
    completed: int
    failed: int
    cancelled: int
    total: int
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, in_progress: int, completed: int, failed: int, cancelled: int,
        total: int,
    ) -> None: ...


class VectorStoreFileError(Model):
    code: str | VectorStoreFileErrorCode
    message: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, code: str | VectorStoreFileErrorCode, message: str,
    ) -> None: ...


class VectorStoreStaticChunkingStrategyOptions(Model):
    max_chunk_size_tokens: int
    chunk_overlap_tokens: int
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, max_chunk_size_tokens: int, chunk_overlap_tokens: int,
    ) -> None: ...


class VectorStoreStaticChunkingStrategyRequest(VectorStoreChunkingStrategyRequest):
    type: Literal[VectorStoreChunkingStrategyRequestType.STATIC]
    static: VectorStoreStaticChunkingStrategyOptions
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, static: VectorStoreStaticChunkingStrategyOptions,
    ) -> None: ...


class VectorStoreStaticChunkingStrategyResponse(VectorStoreChunkingStrategyResponse):
    type: Literal[VectorStoreChunkingStrategyResponseType.STATIC]
    static: VectorStoreStaticChunkingStrategyOptions
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, static: VectorStoreStaticChunkingStrategyOptions,
    ) -> None: ...


class AgentStreamEvent(str, Enum):
    THREAD_CREATED = "thread.created"
    THREAD_RUN_CREATED = "thread.run.created"
    THREAD_RUN_QUEUED = "thread.run.queued"
    THREAD_RUN_IN_PROGRESS = "thread.run.in_progress"
    THREAD_RUN_REQUIRES_ACTION = "thread.run.requires_action"
    THREAD_RUN_COMPLETED = "thread.run.completed"
    THREAD_RUN_INCOMPLETE = "thread.run.incomplete"
    THREAD_RUN_FAILED = "thread.run.failed"
    THREAD_RUN_CANCELLING = "thread.run.cancelling"
    THREAD_RUN_CANCELLED = "thread.run.cancelled"
    THREAD_RUN_EXPIRED = "thread.run.expired"
    THREAD_RUN_STEP_CREATED = "thread.run.step.created"
    THREAD_RUN_STEP_IN_PROGRESS = "thread.run.step.in_progress"
    THREAD_RUN_STEP_DELTA = "thread.run.step.delta"
    THREAD_RUN_STEP_COMPLETED = "thread.run.step.completed"
    THREAD_RUN_STEP_FAILED = "thread.run.step.failed"
    THREAD_RUN_STEP_CANCELLED = "thread.run.step.cancelled"
    THREAD_RUN_STEP_EXPIRED = "thread.run.step.expired"
    THREAD_MESSAGE_CREATED = "thread.message.created"
    THREAD_MESSAGE_IN_PROGRESS = "thread.message.in_progress"
    THREAD_MESSAGE_DELTA = "thread.message.delta"
    THREAD_MESSAGE_COMPLETED = "thread.message.completed"
    THREAD_MESSAGE_INCOMPLETE = "thread.message.incomplete"
    ERROR = "error"
    DONE = "done"


class AgentsNamedToolChoiceType(str, Enum):
    FUNCTION = "function"
    CODE_INTERPRETER = "code_interpreter"
    FILE_SEARCH = "file_search"
    BING_GROUNDING = "bing_grounding"
    AZURE_AI_SEARCH = "azure_ai_search"
    CONNECTED_AGENT = "connected_agent"
    MICROSOFT_FABRIC = "fabric_dataagent"
    SHAREPOINT = "sharepoint_grounding"
    BING_CUSTOM_SEARCH = "bing_custom_search"
    DEEP_RESEARCH = "deep_research"
    MCP = "mcp"
    COMPUTER_USE_PREVIEW = "computer_use_preview"


class AgentsResponseFormatMode(str, Enum):
    AUTO = "auto"
    NONE = "none"


class AgentsToolChoiceOptionMode(str, Enum):
    NONE = "none"
    AUTO = "auto"


class AzureAISearchQueryType(str, Enum):
    SIMPLE = "simple"
    SEMANTIC = "semantic"
    VECTOR = "vector"
    VECTOR_SIMPLE_HYBRID = "vector_simple_hybrid"
    VECTOR_SEMANTIC_HYBRID = "vector_semantic_hybrid"


class DoneEvent(str, Enum):
    DONE = "done"


class ErrorEvent(str, Enum):
    ERROR = "error"


class FilePurpose(str, Enum):
    AGENTS = "assistants"
    AGENTS_OUTPUT = "assistants_output"
    VISION = "vision"
    FINE_TUNE = "fine-tune"
    FINE_TUNE_RESULTS = "fine-tune-results"
    BATCH = "batch"
    BATCH_OUTPUT = "batch_output"


class FileState(str, Enum):
    UPLOADED = "uploaded"
    PENDING = "pending"
    RUNNING = "running"
    PROCESSED = "processed"
    ERROR = "error"
    DELETING = "deleting"
    DELETED = "deleted"


class ImageDetailLevel(str, Enum):
    AUTO = "auto"
    LOW = "low"
    HIGH = "high"


class IncompleteDetailsReason(str, Enum):
    MAX_COMPLETION_TOKENS = "max_completion_tokens"
    MAX_PROMPT_TOKENS = "max_prompt_tokens"


class ListSortOrder(str, Enum):
    ASCENDING = "asc"
    DESCENDING = "desc"


class MessageBlockType(str, Enum):
    TEXT = "text"
    IMAGE_FILE = "image_file"
    IMAGE_URL = "image_url"


class MessageIncompleteDetailsReason(str, Enum):
    CONTENT_FILTER = "content_filter"
    MAX_TOKENS = "max_tokens"
    RUN_CANCELLED = "run_cancelled"
    RUN_FAILED = "run_failed"
    RUN_EXPIRED = "run_expired"


class MessageRole(str, Enum):
    USER = "user"
    AGENT = "assistant"


class MessageStatus(str, Enum):
    IN_PROGRESS = "in_progress"
    INCOMPLETE = "incomplete"
    COMPLETED = "completed"


class MessageStreamEvent(str, Enum):
    THREAD_MESSAGE_CREATED = "thread.message.created"
    THREAD_MESSAGE_IN_PROGRESS = "thread.message.in_progress"
    THREAD_MESSAGE_DELTA = "thread.message.delta"
    THREAD_MESSAGE_COMPLETED = "thread.message.completed"
    THREAD_MESSAGE_INCOMPLETE = "thread.message.incomplete"


class OpenApiAuthType(str, Enum):
    ANONYMOUS = "anonymous"
    CONNECTION = "connection"
    MANAGED_IDENTITY = "managed_identity"


class ResponseFormat(str, Enum):
    TEXT = "text"
    JSON_OBJECT = "json_object"


class RunAdditionalFieldList(str, Enum):
    FILE_SEARCH_CONTENTS = "step_details.tool_calls[*].file_search.results[*].content"


class RunStatus(str, Enum):
    QUEUED = "queued"
    IN_PROGRESS = "in_progress"
    REQUIRES_ACTION = "requires_action"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    FAILED = "failed"
    COMPLETED = "completed"
    EXPIRED = "expired"


class RunStepErrorCode(str, Enum):
    SERVER_ERROR = "server_error"
    RATE_LIMIT_EXCEEDED = "rate_limit_exceeded"


class RunStepStatus(str, Enum):
    IN_PROGRESS = "in_progress"
    CANCELLED = "cancelled"
    FAILED = "failed"
    COMPLETED = "completed"
    EXPIRED = "expired"


class RunStepStreamEvent(str, Enum):
    THREAD_RUN_STEP_CREATED = "thread.run.step.created"
    THREAD_RUN_STEP_IN_PROGRESS = "thread.run.step.in_progress"
    THREAD_RUN_STEP_DELTA = "thread.run.step.delta"
    THREAD_RUN_STEP_COMPLETED = "thread.run.step.completed"
    THREAD_RUN_STEP_FAILED = "thread.run.step.failed"
    THREAD_RUN_STEP_CANCELLED = "thread.run.step.cancelled"
    THREAD_RUN_STEP_EXPIRED = "thread.run.step.expired"


class RunStepType(str, Enum):
    MESSAGE_CREATION = "message_creation"
    TOOL_CALLS = "tool_calls"
    ACTIVITIES = "activities"


class RunStreamEvent(str, Enum):
    THREAD_RUN_CREATED = "thread.run.created"
    THREAD_RUN_QUEUED = "thread.run.queued"
    THREAD_RUN_IN_PROGRESS = "thread.run.in_progress"
    THREAD_RUN_REQUIRES_ACTION = "thread.run.requires_action"
    THREAD_RUN_COMPLETED = "thread.run.completed"
    THREAD_RUN_INCOMPLETE = "thread.run.incomplete"
    THREAD_RUN_FAILED = "thread.run.failed"
    THREAD_RUN_CANCELLING = "thread.run.cancelling"
    THREAD_RUN_CANCELLED = "thread.run.cancelled"
    THREAD_RUN_EXPIRED = "thread.run.expired"


class ThreadStreamEvent(str, Enum):
    THREAD_CREATED = "thread.created"


class TruncationStrategy(str, Enum):
    AUTO = "auto"
    LAST_MESSAGES = "last_messages"


class VectorStoreChunkingStrategyRequestType(str, Enum):
    AUTO = "auto"
    STATIC = "static"


class VectorStoreChunkingStrategyResponseType(str, Enum):
    OTHER = "other"
    STATIC = "static"


class VectorStoreDataSourceAssetType(str, Enum):
    URI_ASSET = "uri_asset"
    ID_ASSET = "id_asset"


class VectorStoreExpirationPolicyAnchor(str, Enum):
    LAST_ACTIVE_AT = "last_active_at"


class VectorStoreFileBatchStatus(str, Enum):
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    FAILED = "failed"


class VectorStoreFileErrorCode(str, Enum):
    SERVER_ERROR = "server_error"
    INVALID_FILE = "invalid_file"
    UNSUPPORTED_FILE = "unsupported_file"
    INTERNAL_ERROR = "internal_error"
    FILE_NOT_FOUND = "file_not_found"
    PARSING_ERROR = "parsing_error"
    UNHANDLED_MIME_TYPE = "unhandled_mime_type"


class VectorStoreFileStatus(str, Enum):
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class VectorStoreFileStatusFilter(str, Enum):
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class VectorStoreStatus(str, Enum):
    EXPIRED = "expired"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


class BrowserAutomationTool(Tool[BrowserAutomationToolDefinition]):
    definitions: list[BrowserAutomationToolDefinition]
    resources: ToolResources
    def __init__(self, connection_id: str) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class ComputerUseTool(Tool[ComputerUseToolDefinition]):
    definitions: list[ComputerUseToolDefinition]
    resources: ToolResources
    def __init__(self, display_width: int, display_height: int, environment: str) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class DeepResearchTool(Tool[DeepResearchToolDefinition]):
    definitions: list[DeepResearchToolDefinition]
    resources: ToolResources
    def __init__(self, bing_grounding_connection_id: str, deep_research_model: str) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class McpTool(Tool[MCPToolDefinition]):
    definitions: list[MCPToolDefinition]
    server_label: str
    server_url: str
    allowed_tools: list[str]
    headers: dict[str, str]
    resources: ToolResources
    def __init__(self, server_label: str, server_url: str, allowed_tools: list[str] | None = ...) -> None: ...
    def allow_tool(self, tool_name: str) -> None: ...
    def disallow_tool(self, tool_name: str) -> None: ...
    def set_approval_mode(self, require_approval: str) -> None: ...
    def update_headers(self, key: str, value: str) -> None: ...
    def execute(self, tool_call: Any) -> None: ...


class FabricTool(Tool[Any]):
    definitions: list[MicrosoftFabricToolDefinition]
    resources: ToolResources
    def __init__(self, connection_id: str) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class SharepointTool(Tool[Any]):
    definitions: list[SharepointToolDefinition]
    resources: ToolResources
    def __init__(self, connection_id: str) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class BingCustomSearchTool(Tool[BingCustomSearchToolDefinition]):
    definitions: list[BingCustomSearchToolDefinition]
    resources: ToolResources
    def __init__(
        self, connection_id: str, instance_name: str, market: str = ..., set_lang: str = ..., count: int = ...,
        freshness: str = ...,
    ) -> None: ...
    def execute(self, tool_call: Any) -> Any: ...


class RunHandler:
    def submit_function_call_output(
        self, *, run: ThreadRun, tool_call: RequiredFunctionToolCall,
        tool_call_details: RequiredFunctionToolCallDetails, **kwargs: Any,
    ) -> Any: ...
    def submit_mcp_tool_approval(
        self, *, run: ThreadRun, tool_call: RequiredMcpToolCall, **kwargs: Any,
    ) -> ToolApproval: ...


class AsyncRunHandler:
    async def submit_function_call_output(
        self, *, run: ThreadRun, tool_call: RequiredFunctionToolCall,
        tool_call_details: RequiredFunctionToolCallDetails, **kwargs: Any,
    ) -> Any: ...
    def submit_mcp_tool_approval(
        self, *, run: ThreadRun, tool_call: RequiredMcpToolCall, **kwargs: Any,
    ) -> ToolApproval: ...


class ActivityFunctionDefinition(Model):
    description: str | None
    parameters: ActivityFunctionParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, parameters: ActivityFunctionParameters,
        description: str | None = ...,
    ) -> None: ...


class ActivityFunctionParameters(Model):
    type: Literal["object"]
    properties: dict[str, FunctionArgument]
    required: list[str]
    additional_properties: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, properties: dict[str, FunctionArgument], required: list[str],
        additional_properties: bool | None = ...,
    ) -> None: ...


class AzureFunctionToolCallDetails(Model):
    name: str | None
    arguments: str | None
    output: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str | None = ..., arguments: str | None = ...,
        output: str | None = ...,
    ) -> None: ...


class BingCustomSearchConfiguration(Model):
    connection_id: str
    instance_name: str
    market: str | None
    set_lang: str | None
    count: int | None
    freshness: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection_id: str, instance_name: str, market: str | None = ...,
        set_lang: str | None = ..., count: int | None = ..., freshness: str | None = ...,
    ) -> None: ...


class BingCustomSearchToolDefinition(ToolDefinition):
    type: Literal["bing_custom_search"]
    bing_custom_search: BingCustomSearchToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, bing_custom_search: BingCustomSearchToolParameters,
    ) -> None: ...


class BingCustomSearchToolParameters(Model):
    search_configurations: list[BingCustomSearchConfiguration]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, search_configurations: list[BingCustomSearchConfiguration],
    ) -> None: ...


class BrowserAutomationToolCallDetails(Model):
    input: str
    output: str
    steps: list[BrowserAutomationToolCallStep]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, input: str, output: str,
        steps: list[BrowserAutomationToolCallStep],
    ) -> None: ...


class BrowserAutomationToolCallStep(Model):
    last_step_result: str
    current_state: str
    next_step: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, last_step_result: str, current_state: str, next_step: str,
    ) -> None: ...


class BrowserAutomationToolConnectionParameters(Model):
    id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str) -> None: ...


class BrowserAutomationToolDefinition(ToolDefinition):
    type: Literal["browser_automation"]
    browser_automation: BrowserAutomationToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, browser_automation: BrowserAutomationToolParameters,
    ) -> None: ...


class BrowserAutomationToolParameters(Model):
    connection: BrowserAutomationToolConnectionParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection: BrowserAutomationToolConnectionParameters,
    ) -> None: ...


class ComputerUseAction(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class ClickAction(ComputerUseAction):
    type: Literal["click"]
    x: int
    y: int
    button: str | MouseButton
    def __init__(self, mapping: Mapping[str, Any] = ..., *, x: int, y: int, button: str | MouseButton) -> None: ...


class ComputerScreenshot(Model):
    type: Literal["computer_screenshot"]
    file_id: str | None
    image_url: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, file_id: str | None = ..., image_url: str | None = ...,
    ) -> None: ...


class StructuredToolOutput(Model):
    type: str
    tool_call_id: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str, tool_call_id: str | None = ...) -> None: ...


class ComputerToolOutput(StructuredToolOutput):
    type: Literal["computer_call_output"]
    output: ComputerScreenshot
    acknowledged_safety_checks: list[SafetyCheck] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, output: ComputerScreenshot, tool_call_id: str | None = ...,
        acknowledged_safety_checks: list[SafetyCheck] | None = ...,
    ) -> None: ...


class ComputerUseToolDefinition(ToolDefinition):
    type: Literal["computer_use_preview"]
    computer_use_preview: ComputerUseToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, computer_use_preview: ComputerUseToolParameters,
    ) -> None: ...


class ComputerUseToolParameters(Model):
    display_width: int
    display_height: int
    environment: str | ComputerUseEnvironment
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, display_width: int, display_height: int,
        environment: str | ComputerUseEnvironment,
    ) -> None: ...


class CoordinatePoint(Model):
    x: int
    y: int
    def __init__(self, mapping: Mapping[str, Any] = ..., *, x: int, y: int) -> None: ...


class DeepResearchBingGroundingConnection(Model):
    connection_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, connection_id: str) -> None: ...


class DeepResearchDetails(Model):
    model: str
    bing_grounding_connections: list[DeepResearchBingGroundingConnection]
    deep_research_model: str
    deep_research_bing_grounding_connections: list[DeepResearchBingGroundingConnection]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, model: str = ...,
        bing_grounding_connections: list[DeepResearchBingGroundingConnection] = ..., deep_research_model: str = ...,
        deep_research_bing_grounding_connections: list[DeepResearchBingGroundingConnection] = ...,
    ) -> None: ...


class DeepResearchToolDefinition(ToolDefinition):
    type: Literal["deep_research"]
    deep_research: DeepResearchDetails
    def __init__(self, mapping: Mapping[str, Any] = ..., *, deep_research: DeepResearchDetails) -> None: ...


class DoubleClickAction(ComputerUseAction):
    type: Literal["double_click"]
    x: int
    y: int
    def __init__(self, mapping: Mapping[str, Any] = ..., *, x: int, y: int) -> None: ...


class DragAction(ComputerUseAction):
    type: Literal["drag"]
    path: list[CoordinatePoint]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, path: list[CoordinatePoint]) -> None: ...


class FabricDataAgentToolParameters(Model):
    connection_list: list[ToolConnection] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection_list: list[ToolConnection] | None = ...,
    ) -> None: ...


class FunctionArgument(Model):
    type: str
    description: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str, description: str | None = ...) -> None: ...


class KeyPressAction(ComputerUseAction):
    type: Literal["keypress"]
    keys_property: list[str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, keys_property: list[str]) -> None: ...


class MCPApprovalPerTool(Model):
    never: MCPToolList | None
    always: MCPToolList | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, never: MCPToolList | None = ..., always: MCPToolList | None = ...,
    ) -> None: ...


class MCPToolDefinition(ToolDefinition):
    type: Literal["mcp"]
    server_label: str
    server_url: str
    allowed_tools: list[str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, server_label: str, server_url: str,
        allowed_tools: list[str] | None = ...,
    ) -> None: ...


class MCPToolList(Model):
    tool_names: list[str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, tool_names: list[str]) -> None: ...


class MCPToolResource(Model):
    server_label: str
    headers: dict[str, str]
    require_approval: MCPRequiredApproval | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, server_label: str, headers: dict[str, str],
        require_approval: MCPRequiredApproval | None = ...,
    ) -> None: ...


class MicrosoftFabricToolDefinition(ToolDefinition):
    type: Literal["fabric_dataagent"]
    fabric_dataagent: FabricDataAgentToolParameters
    fabric_aiskill: ToolConnectionList
    microsoft_fabric: ToolConnectionList
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, fabric_dataagent: FabricDataAgentToolParameters = ...,
        fabric_aiskill: ToolConnectionList = ..., microsoft_fabric: ToolConnectionList = ...,
    ) -> None: ...


class MoveAction(ComputerUseAction):
    type: Literal["move"]
    x: int
    y: int
    def __init__(self, mapping: Mapping[str, Any] = ..., *, x: int, y: int) -> None: ...


class RequiredComputerUseToolCall(RequiredToolCall):
    type: Literal["computer_use_preview"]
    computer_use_preview: RequiredComputerUseToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, computer_use_preview: RequiredComputerUseToolCallDetails,
    ) -> None: ...


class RequiredComputerUseToolCallDetails(Model):
    action: ComputerUseAction
    pending_safety_checks: list[SafetyCheck]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, action: ComputerUseAction,
        pending_safety_checks: list[SafetyCheck],
    ) -> None: ...


class RequiredMcpToolCall(RequiredToolCall):
    type: Literal["mcp"]
    arguments: str
    name: str
    server_label: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, arguments: str, name: str, server_label: str,
    ) -> None: ...


class RunStepActivityDetails(RunStepDetails):
    type: Literal[RunStepType.ACTIVITIES]
    activities: list[RunStepDetailsActivity]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, activities: list[RunStepDetailsActivity]) -> None: ...


class RunStepAzureFunctionToolCall(RunStepToolCall):
    type: Literal["azure_function"]
    azure_function: AzureFunctionToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, azure_function: AzureFunctionToolCallDetails,
    ) -> None: ...


class RunStepBingCustomSearchToolCall(RunStepToolCall):
    type: Literal["bing_custom_search"]
    bing_custom_search: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, bing_custom_search: dict[str, str]) -> None: ...


class RunStepBrowserAutomationToolCall(RunStepToolCall):
    type: Literal["browser_automation"]
    browser_automation: BrowserAutomationToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, browser_automation: BrowserAutomationToolCallDetails,
    ) -> None: ...


class RunStepComputerUseToolCall(RunStepToolCall):
    type: Literal["computer_use_preview"]
    computer_use_preview: RunStepComputerUseToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, computer_use_preview: RunStepComputerUseToolCallDetails,
    ) -> None: ...


class RunStepComputerUseToolCallDetails(Model):
    action: ComputerUseAction
    pending_safety_checks: list[SafetyCheck]
    output: ComputerScreenshot
    acknowledged_safety_checks: list[SafetyCheck] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, action: ComputerUseAction,
        pending_safety_checks: list[SafetyCheck], output: ComputerScreenshot,
        acknowledged_safety_checks: list[SafetyCheck] | None = ...,
    ) -> None: ...


class RunStepConnectedAgent(Model):
    name: str | None
    arguments: str | None
    output: str | None
    run_id: str | None
    thread_id: str | None
    agent_id: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str | None = ..., arguments: str | None = ...,
        output: str | None = ..., run_id: str | None = ..., thread_id: str | None = ..., agent_id: str | None = ...,
    ) -> None: ...


class RunStepConnectedAgentToolCall(RunStepToolCall):
    type: Literal["connected_agent"]
    connected_agent: RunStepConnectedAgent
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, connected_agent: RunStepConnectedAgent,
    ) -> None: ...


class RunStepDeepResearchToolCall(RunStepToolCall):
    type: Literal["deep_research"]
    deep_research: RunStepDeepResearchToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, deep_research: RunStepDeepResearchToolCallDetails,
    ) -> None: ...


class RunStepDeepResearchToolCallDetails(Model):
    input: str
    output: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, input: str, output: str | None = ...) -> None: ...


class RunStepDeltaAzureAISearchToolCall(RunStepDeltaToolCall):
    type: Literal["azure_ai_search"]
    azure_ai_search: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, azure_ai_search: dict[str, str],
    ) -> None: ...


class RunStepDeltaAzureFunctionToolCall(RunStepDeltaToolCall):
    type: Literal["azure_function"]
    azure_function: AzureFunctionToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, azure_function: AzureFunctionToolCallDetails,
    ) -> None: ...


class RunStepDeltaBingGroundingToolCall(RunStepDeltaToolCall):
    type: Literal["bing_grounding"]
    bing_grounding: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, bing_grounding: dict[str, str],
    ) -> None: ...


class RunStepDeltaComputerUseDetails(Model):
    action: ComputerUseAction | None
    pending_safety_checks: list[SafetyCheck] | None
    output: ComputerScreenshot | None
    acknowledged_safety_checks: list[SafetyCheck] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, action: ComputerUseAction | None = ...,
        pending_safety_checks: list[SafetyCheck] | None = ..., output: ComputerScreenshot | None = ...,
        acknowledged_safety_checks: list[SafetyCheck] | None = ...,
    ) -> None: ...


class RunStepDeltaComputerUseToolCall(RunStepDeltaToolCall):
    type: Literal["computer_use_preview"]
    computer_use_preview: RunStepDeltaComputerUseDetails | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str,
        computer_use_preview: RunStepDeltaComputerUseDetails | None = ...,
    ) -> None: ...


class RunStepDeltaConnectedAgentToolCall(RunStepDeltaToolCall):
    type: Literal["connected_agent"]
    connected_agent: RunStepConnectedAgent
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, connected_agent: RunStepConnectedAgent,
    ) -> None: ...


class RunStepDeltaCustomBingGroundingToolCall(RunStepDeltaToolCall):
    type: Literal["bing_custom_search"]
    bing_custom_search: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, bing_custom_search: dict[str, str],
    ) -> None: ...


class RunStepDeltaDeepResearchToolCall(RunStepDeltaToolCall):
    type: Literal["deep_research"]
    deep_research: RunStepDeepResearchToolCallDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str,
        deep_research: RunStepDeepResearchToolCallDetails,
    ) -> None: ...


class RunStepDeltaMCPObject(RunStepDeltaDetail):
    type: Literal["mcp"]
    tool_calls: list[RunStepDeltaMcpToolCall] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, tool_calls: list[RunStepDeltaMcpToolCall] | None = ...,
    ) -> None: ...


class RunStepDeltaMcpToolCall(RunStepDeltaToolCall):
    type: Literal["mcp"]
    arguments: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, index: int, arguments: str) -> None: ...


class RunStepDeltaMicrosoftFabricToolCall(RunStepDeltaToolCall):
    type: Literal["fabric_dataagent"]
    microsoft_fabric: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, microsoft_fabric: dict[str, str],
    ) -> None: ...


class RunStepDeltaOpenAPIObject(RunStepDeltaDetail):
    type: Literal["openapi"]
    tool_calls: list[RunStepDeltaOpenAPIToolCall] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, tool_calls: list[RunStepDeltaOpenAPIToolCall] | None = ...,
    ) -> None: ...


class RunStepDeltaOpenAPIToolCall(RunStepDeltaToolCall):
    type: Literal["openapi"]
    open_api: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, open_api: dict[str, str]) -> None: ...


class RunStepDeltaSharepointToolCall(RunStepDeltaToolCall):
    type: Literal["sharepoint_grounding"]
    sharepoint_grounding: dict[str, str]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index: int, id: str, sharepoint_grounding: dict[str, str],
    ) -> None: ...


class RunStepDetailsActivity(Model):
    type: Literal["mcp_list_tools"]
    id: str
    server_label: str
    tools: dict[str, ActivityFunctionDefinition]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, server_label: str,
        tools: dict[str, ActivityFunctionDefinition],
    ) -> None: ...


class RunStepMcpToolCall(RunStepToolCall):
    type: Literal["mcp"]
    arguments: str
    name: str
    output: str
    server_label: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, arguments: str, name: str, output: str,
        server_label: str | None = ...,
    ) -> None: ...


class RunStepMicrosoftFabricToolCall(RunStepToolCall):
    type: Literal["fabric_dataagent"]
    microsoft_fabric: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, microsoft_fabric: dict[str, str]) -> None: ...


class RunStepSharepointToolCall(RunStepToolCall):
    type: Literal["sharepoint_grounding"]
    share_point: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, share_point: dict[str, str]) -> None: ...


class SafetyCheck(Model):
    id: str
    code: str | None
    message: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, code: str | None = ..., message: str | None = ...,
    ) -> None: ...


class ScreenshotAction(ComputerUseAction):
    type: Literal["screenshot"]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class ScrollAction(ComputerUseAction):
    type: Literal["scroll"]
    x: int
    y: int
    scroll_x: int
    scroll_y: int
    def __init__(self, mapping: Mapping[str, Any] = ..., *, x: int, y: int, scroll_x: int, scroll_y: int) -> None: ...


class SharepointGroundingToolParameters(Model):
    connection_list: list[ToolConnection] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection_list: list[ToolConnection] | None = ...,
    ) -> None: ...


class SharepointToolDefinition(ToolDefinition):
    type: Literal["sharepoint_grounding"]
    sharepoint_grounding: SharepointGroundingToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, sharepoint_grounding: SharepointGroundingToolParameters,
    ) -> None: ...


class SubmitToolApprovalAction(RequiredAction):
    type: Literal["submit_tool_approval"]
    submit_tool_approval: SubmitToolApprovalDetails
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, submit_tool_approval: SubmitToolApprovalDetails,
    ) -> None: ...


class SubmitToolApprovalDetails(Model):
    tool_calls: list[RequiredToolCall]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, tool_calls: list[RequiredToolCall]) -> None: ...


class ToolApproval(Model):
    tool_call_id: str
    approve: bool
    headers: dict[str, str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, tool_call_id: str, approve: bool,
        headers: dict[str, str] | None = ...,
    ) -> None: ...


class ToolConnection(Model):
    connection_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, connection_id: str) -> None: ...


class TypeAction(ComputerUseAction):
    type: Literal["type"]
    text: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, text: str) -> None: ...


class WaitAction(ComputerUseAction):
    type: Literal["wait"]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class ComputerUseEnvironment(str, Enum):
    WINDOWS = "windows"
    MAC = "mac"
    LINUX = "linux"
    BROWSER = "browser"


class MouseButton(str, Enum):
    LEFT = "left"
    RIGHT = "right"
    WHEEL = "wheel"
    BACK = "back"
    FORWARD = "forward"


StreamEventData = MessageDeltaChunk | ThreadMessage | ThreadRun | RunStep | str

def get_tool_resources(tools: list[Tool]) -> ToolResources: ...


def get_tool_definitions(tools: list[Tool]) -> list[ToolDefinition]: ...

