from typing import Any, Literal

from openai._models import BaseModel
from openai.types.responses.compacted_response import Image
from openai.types.responses.computer_action import (
    Click,
    DoubleClick,
    Drag,
    Keypress,
    Move,
    Screenshot,
    Scroll,
    Type,
    Wait,
)
from openai.types.responses.container_auto import NetworkPolicy, Skill
from openai.types.responses.file_search_tool import Filters, RankingOptions
from openai.types.responses.function_shell_tool import Environment
from openai.types.responses.mcp_tool_call_error import HTTPError, McpProtocolError, McpToolExecutionError
from openai.types.responses.namespace_tool import Tool as _NamespaceToolTool
from openai.types.responses.response import (
    AccessPrograms,
    Conversation,
    Image as _ResponseImage,
    IncompleteDetails,
    InputTransformation,
    Moderation,
    PromptCacheDiagnostics,
    PromptCacheOptions,
    ToolChoice,
    ToolUsage,
)
from openai.types.responses.response_apply_patch_tool_call import Caller as _ResponseApplyPatchToolCallCaller, Operation
from openai.types.responses.response_apply_patch_tool_call_output import (
    Caller as _ResponseApplyPatchToolCallOutputCaller,
)
from openai.types.responses.response_code_interpreter_tool_call import Output
from openai.types.responses.response_computer_tool_call import Action, PendingSafetyCheck
from openai.types.responses.response_computer_tool_call_output_item import AcknowledgedSafetyCheck
from openai.types.responses.response_configuration_update_item import (
    Reasoning as _ResponseConfigurationUpdateItemReasoning,
    Text,
)
from openai.types.responses.response_content_part_added_event import Part
from openai.types.responses.response_content_part_done_event import Part as _ResponseContentPartDoneEventPart
from openai.types.responses.response_custom_tool_call import Caller as _ResponseCustomToolCallCaller
from openai.types.responses.response_custom_tool_call_output import (
    Caller as _ResponseCustomToolCallOutputCaller,
    OutputOutputContentList,
)
from openai.types.responses.response_error import Misalignment
from openai.types.responses.response_file_search_tool_call import Result
from openai.types.responses.response_function_shell_call_output_content import Outcome
from openai.types.responses.response_function_shell_tool_call import (
    Action as _ResponseFunctionShellToolCallAction,
    Caller as _ResponseFunctionShellToolCallCaller,
    Environment as _ResponseFunctionShellToolCallEnvironment,
)
from openai.types.responses.response_function_shell_tool_call_output import (
    Caller as _ResponseFunctionShellToolCallOutputCaller,
    Output as _ResponseFunctionShellToolCallOutputOutput,
)
from openai.types.responses.response_function_tool_call import Caller
from openai.types.responses.response_function_tool_call_output_item import (
    Caller as _ResponseFunctionToolCallOutputItemCaller,
    OutputOutputContentList as _ResponseFunctionToolCallOutputItemOutputOutputContentList,
)
from openai.types.responses.response_function_web_search import Action as _ResponseFunctionWebSearchAction
from openai.types.responses.response_input_audio import InputAudio
from openai.types.responses.response_input_file import PromptCacheBreakpoint
from openai.types.responses.response_input_file_content import (
    PromptCacheBreakpoint as _ResponseInputFileContentPromptCacheBreakpoint,
)
from openai.types.responses.response_input_image import (
    PromptCacheBreakpoint as _ResponseInputImagePromptCacheBreakpoint,
)
from openai.types.responses.response_input_image_content import (
    PromptCacheBreakpoint as _ResponseInputImageContentPromptCacheBreakpoint,
)
from openai.types.responses.response_input_text import PromptCacheBreakpoint as _ResponseInputTextPromptCacheBreakpoint
from openai.types.responses.response_input_text_content import (
    PromptCacheBreakpoint as _ResponseInputTextContentPromptCacheBreakpoint,
)
from openai.types.responses.response_item import (
    AdditionalTools as _ResponseItemAdditionalTools,
    ImageGenerationCall as _ResponseItemImageGenerationCall,
    LocalShellCall as _ResponseItemLocalShellCall,
    LocalShellCallOutput as _ResponseItemLocalShellCallOutput,
    McpApprovalRequest as _ResponseItemMcpApprovalRequest,
    McpApprovalResponse as _ResponseItemMcpApprovalResponse,
    McpCall as _ResponseItemMcpCall,
    McpListTools as _ResponseItemMcpListTools,
    Program as _ResponseItemProgram,
    ProgramOutput as _ResponseItemProgramOutput,
)
from openai.types.responses.response_output_item import (
    AdditionalTools,
    ImageGenerationCall,
    LocalShellCall,
    LocalShellCallAction,
    LocalShellCallOutput,
    McpApprovalRequest,
    McpApprovalResponse,
    McpCall,
    McpListTools,
    Program,
    ProgramOutput,
)
from openai.types.responses.response_output_message import Content
from openai.types.responses.response_output_text import Annotation, Logprob
from openai.types.responses.response_output_text_annotation_added_event import (
    Annotation as _ResponseOutputTextAnnotationAddedEventAnnotation,
)
from openai.types.responses.response_prompt import Variables
from openai.types.responses.response_reasoning_item import Content as _ResponseReasoningItemContent, Summary
from openai.types.responses.response_reasoning_summary_part_added_event import (
    Part as _ResponseReasoningSummaryPartAddedEventPart,
)
from openai.types.responses.response_reasoning_summary_part_done_event import (
    Part as _ResponseReasoningSummaryPartDoneEventPart,
)
from openai.types.responses.response_shell_call_output_content_delta_event import Delta
from openai.types.responses.response_shell_call_output_content_done_event import (
    Output as _ResponseShellCallOutputContentDoneEventOutput,
)
from openai.types.responses.response_steer_accepted_event import Steer
from openai.types.responses.response_steer_failed_event import Error, Steer as _ResponseSteerFailedEventSteer
from openai.types.responses.response_steer_input import ResponseSteerInputItemList
from openai.types.responses.response_steer_pending_event import Steer as _ResponseSteerPendingEventSteer
from openai.types.responses.response_steer_required_input import (
    ApplyPatchCallOutput,
    ComputerCallOutput,
    CustomToolCallOutput,
    FunctionCallOutput,
    McpApprovalResponse as _ResponseSteerRequiredInputMcpApprovalResponse,
    ShellCallOutput,
    ToolSearchOutput,
)
from openai.types.responses.response_text_delta_event import Logprob as _ResponseTextDeltaEventLogprob
from openai.types.responses.response_text_done_event import Logprob as _ResponseTextDoneEventLogprob
from openai.types.responses.response_usage import InputTokensDetails, OutputTokensDetails
from openai.types.responses.tool import CodeInterpreter, ImageGeneration, LocalShell, Mcp, ProgrammaticToolCalling
from openai.types.responses.tool_search_output_namespace_tool import Tool as _ToolSearchOutputNamespaceToolTool
from openai.types.responses.web_search_preview_tool import UserLocation
from openai.types.responses.web_search_tool import (
    Filters as _WebSearchToolFilters,
    UserLocation as _WebSearchToolUserLocation,
)
from openai.types.shared import Metadata, Reasoning, ResponseFormatJSONObject, ResponseFormatText


class ApplyPatchTool(BaseModel):
    type: Literal["apply_patch"]
    allowed_callers: list[Literal["direct", "programmatic"]] | None


class CompactedResponse(BaseModel):
    id: str
    created_at: int
    object: Literal["response.compaction"]
    output: list[ResponseOutputItem]
    usage: ResponseUsage
    image: Image | None


class ComputerTool(BaseModel):
    type: Literal["computer"]
    display_height: int
    display_width: int
    environment: Literal["windows", "mac", "linux", "ubuntu", "browser"]


class ComputerUsePreviewTool(BaseModel):
    display_height: int
    display_width: int
    environment: Literal["windows", "mac", "linux", "ubuntu", "browser"]
    type: Literal["computer_use_preview"]


class ContainerAuto(BaseModel):
    type: Literal["container_auto"]
    file_ids: list[str] | None
    memory_limit: Literal["1g", "4g", "16g", "64g"] | None
    network_policy: NetworkPolicy | None
    skills: list[Skill] | None


class ContainerNetworkPolicyAllowlist(BaseModel):
    allowed_domains: list[str]
    type: Literal["allowlist"]
    domain_secrets: list[ContainerNetworkPolicyDomainSecret] | None


class ContainerNetworkPolicyDisabled(BaseModel):
    type: Literal["disabled"]


class ContainerNetworkPolicyDomainSecret(BaseModel):
    domain: str
    name: str
    value: str


class ContainerReference(BaseModel):
    container_id: str
    type: Literal["container_reference"]


class CustomTool(BaseModel):
    name: str
    type: Literal["custom"]
    allowed_callers: list[Literal["direct", "programmatic"]] | None
    async_: bool | None
    defer_loading: bool | None
    description: str | None
    format: Any


class EasyInputMessage(BaseModel):
    content: str | ResponseInputMessageContentList
    role: Literal["user", "assistant", "system", "developer"]
    phase: Literal["commentary", "final_answer"] | None
    type: Literal["message"] | None


class FileSearchTool(BaseModel):
    type: Literal["file_search"]
    vector_store_ids: list[str]
    filters: Filters | None
    max_num_results: int | None
    ranking_options: RankingOptions | None


class FunctionShellTool(BaseModel):
    type: Literal["shell"]
    allowed_callers: list[Literal["direct", "programmatic"]] | None
    environment: Environment | None


class FunctionTool(BaseModel):
    name: str
    parameters: dict[str, Any] | None
    strict: bool | None
    type: Literal["function"]
    allowed_callers: list[Literal["direct", "programmatic"]] | None
    async_: bool | None
    defer_loading: bool | None
    description: str | None
    output_schema: dict[str, Any] | None


class InputTokenCountResponse(BaseModel):
    input_tokens: int
    object: Literal["response.input_tokens"]


class LocalEnvironment(BaseModel):
    type: Literal["local"]
    skills: list[Any] | None


class NamespaceTool(BaseModel):
    description: str
    name: str
    tools: list[_NamespaceToolTool]
    type: Literal["namespace"]


class ResponseOutputText(BaseModel):
    annotations: list[Annotation]
    text: str
    type: Literal["output_text"]
    logprobs: list[Logprob] | None


class ParsedResponseOutputText(ResponseOutputText, BaseModel):
    parsed: Any


class ResponseOutputMessage(BaseModel):
    id: str
    content: list[Content]
    role: Literal["assistant"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]
    phase: Literal["commentary", "final_answer"] | None


class ParsedResponseOutputMessage(ResponseOutputMessage, BaseModel): ...


class ResponseFunctionToolCall(BaseModel):
    arguments: str
    call_id: str
    name: str
    type: Literal["function_call"]
    id: str | None
    async_: bool | None
    caller: Caller | None
    namespace: str | None
    status: Literal["in_progress", "completed", "incomplete"] | None


class ParsedResponseFunctionToolCall(ResponseFunctionToolCall):
    parsed_arguments: Any


class Response(BaseModel):
    id: str
    access_programs: AccessPrograms | None
    created_at: float
    error: ResponseError | None
    incomplete_details: IncompleteDetails | None
    instructions: str | list[ResponseInputItem] | None
    metadata: Metadata | None
    model: str
    object: Literal["response"]
    output: list[ResponseOutputItem]
    parallel_tool_calls: bool
    temperature: float | None
    tool_choice: ToolChoice
    tools: list[Tool]
    top_p: float | None
    background: bool | None
    completed_at: float | None
    conversation: Conversation | None
    image: _ResponseImage | None
    input_transformations: list[InputTransformation] | None
    max_output_tokens: int | None
    max_tool_calls: int | None
    moderation: Moderation | None
    previous_response_id: str | None
    prompt: ResponsePrompt | None
    prompt_cache_diagnostics: PromptCacheDiagnostics | None
    prompt_cache_key: str | None
    prompt_cache_options: PromptCacheOptions | None
    prompt_cache_retention: Literal["in_memory", "24h"] | None
    reasoning: Reasoning | None
    safety_identifier: str | None
    service_tier: ServiceTier | None
    status: ResponseStatus | None
    text: ResponseTextConfig | None
    tool_usage: ToolUsage | None
    top_logprobs: int | None
    truncation: Literal["auto", "disabled"] | None
    usage: ResponseUsage | None
    user: str | None
    output_text: str


class ParsedResponse(Response, BaseModel):
    output_parsed: Any


class ResponseApplyPatchToolCall(BaseModel):
    id: str
    call_id: str
    operation: Operation
    status: Literal["in_progress", "completed"]
    type: Literal["apply_patch_call"]
    caller: _ResponseApplyPatchToolCallCaller | None
    created_by: str | None


class ResponseApplyPatchToolCallOutput(BaseModel):
    id: str
    call_id: str
    status: Literal["completed", "failed"]
    type: Literal["apply_patch_call_output"]
    caller: _ResponseApplyPatchToolCallOutputCaller | None
    created_by: str | None
    output: str | None


class ResponseAudioDeltaEvent(BaseModel):
    delta: str
    sequence_number: int
    type: Literal["response.audio.delta"]


class ResponseAudioDoneEvent(BaseModel):
    sequence_number: int
    type: Literal["response.audio.done"]


class ResponseAudioTranscriptDeltaEvent(BaseModel):
    delta: str
    sequence_number: int
    type: Literal["response.audio.transcript.delta"]


class ResponseAudioTranscriptDoneEvent(BaseModel):
    sequence_number: int
    type: Literal["response.audio.transcript.done"]


class ResponseCodeInterpreterCallCodeDeltaEvent(BaseModel):
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call_code.delta"]


class ResponseCodeInterpreterCallCodeDoneEvent(BaseModel):
    code: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call_code.done"]


class ResponseCodeInterpreterCallCompletedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call.completed"]


class ResponseCodeInterpreterCallInProgressEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call.in_progress"]


class ResponseCodeInterpreterCallInterpretingEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call.interpreting"]


class ResponseCodeInterpreterToolCall(BaseModel):
    id: str
    code: str | None
    container_id: str
    outputs: list[Output] | None
    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"]
    type: Literal["code_interpreter_call"]


class ResponseCompactionCompactingEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.compaction.compacting"]


class ResponseCompactionItem(BaseModel):
    id: str
    encrypted_content: str
    type: Literal["compaction"]
    created_by: str | None


class ResponseCompletedEvent(BaseModel):
    response: Response
    sequence_number: int
    type: Literal["response.completed"]


class ResponseComputerToolCall(BaseModel):
    id: str
    call_id: str
    pending_safety_checks: list[PendingSafetyCheck]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["computer_call"]
    action: Action | None
    actions: ComputerActionList | None


class ResponseComputerToolCallOutputItem(BaseModel):
    id: str
    call_id: str
    output: ResponseComputerToolCallOutputScreenshot
    status: Literal["completed", "incomplete", "failed", "in_progress"]
    type: Literal["computer_call_output"]
    acknowledged_safety_checks: list[AcknowledgedSafetyCheck] | None
    created_by: str | None


class ResponseComputerToolCallOutputScreenshot(BaseModel):
    type: Literal["computer_screenshot"]
    file_id: str | None
    image_url: str | None


class ResponseConfigurationUpdateItem(BaseModel):
    id: str
    type: Literal["configuration_update"]
    reasoning: _ResponseConfigurationUpdateItemReasoning | None
    text: Text | None


class ResponseContainerReference(BaseModel):
    container_id: str
    type: Literal["container_reference"]


class ResponseContentPartAddedEvent(BaseModel):
    content_index: int
    item_id: str
    output_index: int
    part: Part
    sequence_number: int
    type: Literal["response.content_part.added"]


class ResponseContentPartDoneEvent(BaseModel):
    content_index: int
    item_id: str
    output_index: int
    part: _ResponseContentPartDoneEventPart
    sequence_number: int
    type: Literal["response.content_part.done"]


class ResponseCreatedEvent(BaseModel):
    response: Response
    sequence_number: int
    type: Literal["response.created"]


class ResponseCustomToolCall(BaseModel):
    call_id: str
    input: str
    name: str
    type: Literal["custom_tool_call"]
    id: str | None
    async_: bool | None
    caller: _ResponseCustomToolCallCaller | None
    namespace: str | None


class ResponseCustomToolCallInputDeltaEvent(BaseModel):
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.custom_tool_call_input.delta"]


class ResponseCustomToolCallInputDoneEvent(BaseModel):
    input: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.custom_tool_call_input.done"]


class ResponseCustomToolCallItem(ResponseCustomToolCall):
    id: str
    status: Literal["in_progress", "completed", "incomplete"]
    created_by: str | None


class ResponseCustomToolCallOutput(BaseModel):
    call_id: str
    output: str | list[OutputOutputContentList]
    type: Literal["custom_tool_call_output"]
    id: str | None
    caller: _ResponseCustomToolCallOutputCaller | None


class ResponseCustomToolCallOutputItem(ResponseCustomToolCallOutput):
    id: str
    status: Literal["in_progress", "completed", "incomplete"]
    created_by: str | None


class ResponseError(BaseModel):
    code: Literal["server_error", "rate_limit_exceeded", "invalid_prompt", "data_residency_mismatch", "bio_policy", "misalignment_policy_violation", "vector_store_timeout", "invalid_image", "invalid_image_format", "invalid_base64_image", "invalid_image_url", "image_too_large", "image_too_small", "image_parse_error", "image_content_policy_violation", "invalid_image_mode", "image_file_too_large", "unsupported_image_media_type", "empty_image_file", "failed_to_download_image", "image_file_not_found"]
    message: str
    misalignment: Misalignment | None
    param: str | None
    type: str | None


class ResponseErrorEvent(BaseModel):
    code: str | None
    message: str
    param: str | None
    sequence_number: int
    type: Literal["error"]


class ResponseFailedEvent(BaseModel):
    response: Response
    sequence_number: int
    type: Literal["response.failed"]


class ResponseFileSearchCallCompletedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.file_search_call.completed"]


class ResponseFileSearchCallInProgressEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.file_search_call.in_progress"]


class ResponseFileSearchCallSearchingEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.file_search_call.searching"]


class ResponseFileSearchToolCall(BaseModel):
    id: str
    queries: list[str]
    status: Literal["in_progress", "searching", "completed", "incomplete", "failed"]
    type: Literal["file_search_call"]
    results: list[Result] | None


class ResponseFormatTextJSONSchemaConfig(BaseModel):
    name: str
    schema_: dict[str, Any]
    type: Literal["json_schema"]
    description: str | None
    strict: bool | None


class ResponseFunctionCallArgumentsDeltaEvent(BaseModel):
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.function_call_arguments.delta"]


class ResponseFunctionCallArgumentsDoneEvent(BaseModel):
    arguments: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.function_call_arguments.done"]


class ResponseFunctionShellCallOutputContent(BaseModel):
    outcome: Outcome
    stderr: str
    stdout: str


class ResponseFunctionShellToolCall(BaseModel):
    id: str
    action: _ResponseFunctionShellToolCallAction
    call_id: str
    environment: _ResponseFunctionShellToolCallEnvironment | None
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["shell_call"]
    caller: _ResponseFunctionShellToolCallCaller | None
    created_by: str | None


class ResponseFunctionShellToolCallOutput(BaseModel):
    id: str
    call_id: str
    max_output_length: int | None
    output: list[_ResponseFunctionShellToolCallOutputOutput]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["shell_call_output"]
    caller: _ResponseFunctionShellToolCallOutputCaller | None
    created_by: str | None


class ResponseFunctionToolCallItem(ResponseFunctionToolCall):
    id: str
    status: Literal["in_progress", "completed", "incomplete"]
    created_by: str | None


class ResponseFunctionToolCallOutputItem(BaseModel):
    id: str
    output: str | list[_ResponseFunctionToolCallOutputItemOutputOutputContentList]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["function_call_output"]
    call_id: str | None
    caller: _ResponseFunctionToolCallOutputItemCaller | None
    created_by: str | None
    name: str | None
    namespace: str | None


class ResponseFunctionWebSearch(BaseModel):
    id: str
    action: _ResponseFunctionWebSearchAction
    status: Literal["in_progress", "searching", "completed", "failed", "incomplete"]
    type: Literal["web_search_call"]


class ResponseImageGenCallCompletedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.completed"]


class ResponseImageGenCallGeneratingEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.generating"]


class ResponseImageGenCallInProgressEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.in_progress"]


class ResponseImageGenCallPartialImageEvent(BaseModel):
    item_id: str
    output_index: int
    partial_image_b64: str
    partial_image_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.partial_image"]
    background: str | None
    output_format: str | None
    quality: str | None
    size: str | None


class ResponseInProgressEvent(BaseModel):
    response: Response
    sequence_number: int
    type: Literal["response.in_progress"]


class ResponseIncompleteEvent(BaseModel):
    response: Response
    sequence_number: int
    type: Literal["response.incomplete"]


class ResponseInputAudio(BaseModel):
    input_audio: InputAudio
    type: Literal["input_audio"]


class ResponseInputFile(BaseModel):
    type: Literal["input_file"]
    detail: Literal["auto", "low", "high"] | None
    file_data: str | None
    file_id: str | None
    file_url: str | None
    filename: str | None
    prompt_cache_breakpoint: PromptCacheBreakpoint | None


class ResponseInputFileContent(BaseModel):
    type: Literal["input_file"]
    detail: Literal["auto", "low", "high"] | None
    file_data: str | None
    file_id: str | None
    file_url: str | None
    filename: str | None
    prompt_cache_breakpoint: _ResponseInputFileContentPromptCacheBreakpoint | None


class ResponseInputImage(BaseModel):
    detail: ImageDetail
    type: Literal["input_image"]
    file_id: str | None
    image_url: str | None
    prompt_cache_breakpoint: _ResponseInputImagePromptCacheBreakpoint | None


class ResponseInputImageContent(BaseModel):
    type: Literal["input_image"]
    detail: ImageDetail | None
    file_id: str | None
    image_url: str | None
    prompt_cache_breakpoint: _ResponseInputImageContentPromptCacheBreakpoint | None


class ResponseInputMessageItem(BaseModel):
    id: str
    content: ResponseInputMessageContentList
    role: Literal["user", "system", "developer"]
    type: Literal["message"]
    status: Literal["in_progress", "completed", "incomplete"] | None


class ResponseInputText(BaseModel):
    text: str
    type: Literal["input_text"]
    prompt_cache_breakpoint: _ResponseInputTextPromptCacheBreakpoint | None


class ResponseInputTextContent(BaseModel):
    text: str
    type: Literal["input_text"]
    prompt_cache_breakpoint: _ResponseInputTextContentPromptCacheBreakpoint | None


class ResponseItemList(BaseModel):
    data: list[ResponseItem]
    first_id: str
    has_more: bool
    last_id: str
    object: Literal["list"]


class ResponseLocalEnvironment(BaseModel):
    type: Literal["local"]


class ResponseMcpCallArgumentsDeltaEvent(BaseModel):
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_call_arguments.delta"]


class ResponseMcpCallArgumentsDoneEvent(BaseModel):
    arguments: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_call_arguments.done"]


class ResponseMcpCallCompletedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_call.completed"]


class ResponseMcpCallFailedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_call.failed"]


class ResponseMcpCallInProgressEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_call.in_progress"]


class ResponseMcpListToolsCompletedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_list_tools.completed"]


class ResponseMcpListToolsFailedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_list_tools.failed"]


class ResponseMcpListToolsInProgressEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.mcp_list_tools.in_progress"]


class ResponseOutputItemAddedEvent(BaseModel):
    item: ResponseOutputItem
    output_index: int
    sequence_number: int
    type: Literal["response.output_item.added"]


class ResponseOutputItemDoneEvent(BaseModel):
    item: ResponseOutputItem
    output_index: int
    sequence_number: int
    type: Literal["response.output_item.done"]


class ResponseOutputRefusal(BaseModel):
    refusal: str
    type: Literal["refusal"]


class ResponseOutputTextAnnotationAddedEvent(BaseModel):
    annotation: _ResponseOutputTextAnnotationAddedEventAnnotation | None
    annotation_index: int
    content_index: int
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.output_text.annotation.added"]


class ResponsePrompt(BaseModel):
    id: str
    variables: dict[str, Variables] | None
    version: str | None


class ResponseQueuedEvent(BaseModel):
    response: Response
    sequence_number: int
    type: Literal["response.queued"]


class ResponseReasoningItem(BaseModel):
    id: str
    summary: list[Summary]
    type: Literal["reasoning"]
    content: list[_ResponseReasoningItemContent] | None
    encrypted_content: str | None
    status: Literal["in_progress", "completed", "incomplete"] | None


class ResponseReasoningSummaryPartAddedEvent(BaseModel):
    item_id: str
    output_index: int
    part: _ResponseReasoningSummaryPartAddedEventPart
    sequence_number: int
    summary_index: int
    type: Literal["response.reasoning_summary_part.added"]


class ResponseReasoningSummaryPartDoneEvent(BaseModel):
    item_id: str
    output_index: int
    part: _ResponseReasoningSummaryPartDoneEventPart
    sequence_number: int
    summary_index: int
    type: Literal["response.reasoning_summary_part.done"]
    status: Literal["incomplete"] | None


class ResponseReasoningSummaryTextDeltaEvent(BaseModel):
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    summary_index: int
    type: Literal["response.reasoning_summary_text.delta"]


class ResponseReasoningSummaryTextDoneEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    summary_index: int
    text: str
    type: Literal["response.reasoning_summary_text.done"]


class ResponseReasoningTextDeltaEvent(BaseModel):
    content_index: int
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.reasoning_text.delta"]


class ResponseReasoningTextDoneEvent(BaseModel):
    content_index: int
    item_id: str
    output_index: int
    sequence_number: int
    text: str
    type: Literal["response.reasoning_text.done"]


class ResponseRefusalDeltaEvent(BaseModel):
    content_index: int
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.refusal.delta"]


class ResponseRefusalDoneEvent(BaseModel):
    content_index: int
    item_id: str
    output_index: int
    refusal: str
    sequence_number: int
    type: Literal["response.refusal.done"]


class ResponseShellCallCommandAddedEvent(BaseModel):
    command: str
    command_index: int
    output_index: int
    sequence_number: int
    type: Literal["response.shell_call_command.added"]


class ResponseShellCallCommandDeltaEvent(BaseModel):
    command_index: int
    delta: str
    output_index: int
    sequence_number: int
    type: Literal["response.shell_call_command.delta"]
    obfuscation: str | None


class ResponseShellCallCommandDoneEvent(BaseModel):
    command: str
    command_index: int
    output_index: int
    sequence_number: int
    type: Literal["response.shell_call_command.done"]


class ResponseShellCallOutputContentDeltaEvent(BaseModel):
    command_index: int
    delta: Delta
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.shell_call_output_content.delta"]


class ResponseShellCallOutputContentDoneEvent(BaseModel):
    command_index: int
    item_id: str
    output: list[_ResponseShellCallOutputContentDoneEventOutput]
    output_index: int
    sequence_number: int
    type: Literal["response.shell_call_output_content.done"]


class ResponseSteerAcceptedEvent(BaseModel):
    sequence_number: int
    steer: Steer
    type: Literal["response.steer.accepted"]
    stream_id: str | None


class ResponseSteerEvent(BaseModel):
    input: ResponseSteerInput
    previous_response_id: str
    type: Literal["response.steer"]


class ResponseSteerFailedEvent(BaseModel):
    error: Error
    sequence_number: int
    steer: _ResponseSteerFailedEventSteer
    type: Literal["response.steer.failed"]
    stream_id: str | None


class ResponseSteerPendingEvent(BaseModel):
    reason: ResponseSteerPendingReason
    required_input: list[ResponseSteerRequiredInput]
    sequence_number: int
    steer: _ResponseSteerPendingEventSteer
    type: Literal["response.steer.pending"]
    stream_id: str | None


class ResponseTextConfig(BaseModel):
    format: ResponseFormatTextConfig | None
    verbosity: Literal["low", "medium", "high"] | None


class ResponseTextDeltaEvent(BaseModel):
    content_index: int
    delta: str
    item_id: str
    logprobs: list[_ResponseTextDeltaEventLogprob]
    output_index: int
    sequence_number: int
    type: Literal["response.output_text.delta"]


class ResponseTextDoneEvent(BaseModel):
    content_index: int
    item_id: str
    logprobs: list[_ResponseTextDoneEventLogprob]
    output_index: int
    sequence_number: int
    text: str
    type: Literal["response.output_text.done"]


class ResponseToolSearchCall(BaseModel):
    id: str
    arguments: Any
    call_id: str | None
    execution: Literal["server", "client"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["tool_search_call"]
    created_by: str | None


class ResponseToolSearchOutputItem(BaseModel):
    id: str
    call_id: str | None
    execution: Literal["server", "client"]
    status: Literal["in_progress", "completed", "incomplete"]
    tools: list[Tool]
    type: Literal["tool_search_output"]
    created_by: str | None


class ResponseUsage(BaseModel):
    input_tokens: int
    input_tokens_details: InputTokensDetails
    output_tokens: int
    output_tokens_details: OutputTokensDetails
    total_tokens: int


class ResponseWebSearchCallCompletedEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.web_search_call.completed"]


class ResponseWebSearchCallInProgressEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.web_search_call.in_progress"]


class ResponseWebSearchCallSearchingEvent(BaseModel):
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.web_search_call.searching"]


class ToolChoiceAllowed(BaseModel):
    mode: Literal["auto", "required"]
    tools: list[dict[str, Any]]
    type: Literal["allowed_tools"]


class ToolChoiceApplyPatch(BaseModel):
    type: Literal["apply_patch"]


class ToolChoiceCustom(BaseModel):
    name: str
    type: Literal["custom"]


class ToolChoiceFunction(BaseModel):
    name: str
    type: Literal["function"]


class ToolChoiceMcp(BaseModel):
    server_label: str
    type: Literal["mcp"]
    name: str | None


class ToolChoiceShell(BaseModel):
    type: Literal["shell"]


class ToolChoiceTypes(BaseModel):
    type: Literal["file_search", "web_search_preview", "computer", "computer_use_preview", "computer_use", "web_search_preview_2025_03_11", "image_generation", "code_interpreter"]


class ToolSearchOutputNamespaceTool(BaseModel):
    description: str
    name: str
    tools: list[_ToolSearchOutputNamespaceToolTool]
    type: Literal["namespace"]


class ToolSearchTool(BaseModel):
    type: Literal["tool_search"]
    description: str | None
    execution: Literal["server", "client"] | None
    parameters: Any


class WebSearchPreviewTool(BaseModel):
    type: Literal["web_search_preview", "web_search_preview_2025_03_11"]
    search_content_types: list[Literal["text", "image"]] | None
    search_context_size: Literal["low", "medium", "high"] | None
    user_location: UserLocation | None


class WebSearchTool(BaseModel):
    type: Literal["web_search", "web_search_2025_08_26"]
    external_web_access: bool | None
    filters: _WebSearchToolFilters | None
    search_context_size: Literal["low", "medium", "high"] | None
    user_location: _WebSearchToolUserLocation | None


ComputerAction = Click | DoubleClick | Drag | Keypress | Move | Screenshot | Scroll | Type | Wait
ComputerActionList = list[ComputerAction]
ImageDetail = Literal["low", "high", "auto", "original"]
McpToolCallError = McpProtocolError | McpToolExecutionError | HTTPError
ParsedContent = ParsedResponseOutputText | ResponseOutputRefusal
ParsedResponseOutputItem = (
    ParsedResponseOutputMessage
    | ParsedResponseFunctionToolCall
    | ResponseFileSearchToolCall
    | ResponseFunctionWebSearch
    | ResponseComputerToolCall
    | ResponseComputerToolCallOutputItem
    | ResponseToolSearchCall
    | ResponseToolSearchOutputItem
    | AdditionalTools
    | ResponseReasoningItem
    | Program
    | ProgramOutput
    | McpCall
    | McpApprovalRequest
    | McpApprovalResponse
    | ImageGenerationCall
    | LocalShellCall
    | LocalShellCallOutput
    | LocalShellCallAction
    | McpListTools
    | ResponseCodeInterpreterToolCall
    | ResponseCompactionItem
    | ResponseFunctionShellToolCall
    | ResponseFunctionShellToolCallOutput
    | ResponseApplyPatchToolCall
    | ResponseApplyPatchToolCallOutput
    | ResponseFunctionToolCallOutputItem
    | ResponseCustomToolCall
    | ResponseCustomToolCallOutputItem
)
ResponseFormatTextConfig = ResponseFormatText | ResponseFormatTextJSONSchemaConfig | ResponseFormatJSONObject
ResponseFunctionCallOutputItem = ResponseInputTextContent | ResponseInputImageContent | ResponseInputFileContent
ResponseFunctionCallOutputItemList = list[ResponseFunctionCallOutputItem]
ResponseIncludable = Literal[
    "file_search_call.results",
    "web_search_call.results",
    "web_search_call.action.sources",
    "message.input_image.image_url",
    "computer_call_output.output.image_url",
    "code_interpreter_call.outputs",
    "reasoning.encrypted_content",
    "message.output_text.logprobs",
]
ResponseInput = list[ResponseInputItem]
ResponseInputContent = ResponseInputText | ResponseInputImage | ResponseInputFile
ResponseInputItem = Any
ResponseInputMessageContentList = list[ResponseInputContent]
ResponseItem = (
    ResponseInputMessageItem
    | ResponseOutputMessage
    | ResponseFileSearchToolCall
    | ResponseComputerToolCall
    | ResponseComputerToolCallOutputItem
    | ResponseFunctionWebSearch
    | ResponseFunctionToolCallItem
    | ResponseFunctionToolCallOutputItem
    | ResponseToolSearchCall
    | ResponseToolSearchOutputItem
    | _ResponseItemAdditionalTools
    | ResponseConfigurationUpdateItem
    | ResponseReasoningItem
    | _ResponseItemProgram
    | _ResponseItemProgramOutput
    | ResponseCompactionItem
    | _ResponseItemImageGenerationCall
    | ResponseCodeInterpreterToolCall
    | _ResponseItemLocalShellCall
    | _ResponseItemLocalShellCallOutput
    | ResponseFunctionShellToolCall
    | ResponseFunctionShellToolCallOutput
    | ResponseApplyPatchToolCall
    | ResponseApplyPatchToolCallOutput
    | _ResponseItemMcpListTools
    | _ResponseItemMcpApprovalRequest
    | _ResponseItemMcpApprovalResponse
    | _ResponseItemMcpCall
    | ResponseCustomToolCallItem
    | ResponseCustomToolCallOutputItem
)
ResponseOutputItem = (
    ResponseOutputMessage
    | ResponseFileSearchToolCall
    | ResponseFunctionToolCall
    | ResponseFunctionToolCallOutputItem
    | ResponseFunctionWebSearch
    | ResponseComputerToolCall
    | ResponseComputerToolCallOutputItem
    | ResponseReasoningItem
    | Program
    | ProgramOutput
    | ResponseToolSearchCall
    | ResponseToolSearchOutputItem
    | AdditionalTools
    | ResponseCompactionItem
    | ImageGenerationCall
    | ResponseCodeInterpreterToolCall
    | LocalShellCall
    | LocalShellCallOutput
    | ResponseFunctionShellToolCall
    | ResponseFunctionShellToolCallOutput
    | ResponseApplyPatchToolCall
    | ResponseApplyPatchToolCallOutput
    | McpCall
    | McpListTools
    | McpApprovalRequest
    | McpApprovalResponse
    | ResponseCustomToolCall
    | ResponseCustomToolCallOutputItem
)
ResponseStatus = Literal["completed", "failed", "in_progress", "cancelled", "queued", "incomplete"]
ResponseSteerErrorCode = str
ResponseSteerInput = str | list[ResponseSteerInputItemList]
ResponseSteerInputContent = ResponseInputTextContent | ResponseInputImageContent | ResponseInputFileContent
ResponseSteerPendingReason = str
ResponseSteerRequiredInput = (
    FunctionCallOutput
    | CustomToolCallOutput
    | ComputerCallOutput
    | ShellCallOutput
    | ApplyPatchCallOutput
    | ToolSearchOutput
    | _ResponseSteerRequiredInputMcpApprovalResponse
)
ResponseStreamEvent = (
    ResponseAudioDeltaEvent
    | ResponseAudioDoneEvent
    | ResponseAudioTranscriptDeltaEvent
    | ResponseAudioTranscriptDoneEvent
    | ResponseCodeInterpreterCallCodeDeltaEvent
    | ResponseCodeInterpreterCallCodeDoneEvent
    | ResponseCodeInterpreterCallCompletedEvent
    | ResponseCodeInterpreterCallInProgressEvent
    | ResponseCodeInterpreterCallInterpretingEvent
    | ResponseCompactionCompactingEvent
    | ResponseCompletedEvent
    | ResponseContentPartAddedEvent
    | ResponseContentPartDoneEvent
    | ResponseCreatedEvent
    | ResponseErrorEvent
    | ResponseFileSearchCallCompletedEvent
    | ResponseFileSearchCallInProgressEvent
    | ResponseFileSearchCallSearchingEvent
    | ResponseFunctionCallArgumentsDeltaEvent
    | ResponseFunctionCallArgumentsDoneEvent
    | ResponseShellCallCommandAddedEvent
    | ResponseShellCallCommandDeltaEvent
    | ResponseShellCallCommandDoneEvent
    | ResponseShellCallOutputContentDeltaEvent
    | ResponseShellCallOutputContentDoneEvent
    | ResponseInProgressEvent
    | ResponseFailedEvent
    | ResponseIncompleteEvent
    | ResponseOutputItemAddedEvent
    | ResponseOutputItemDoneEvent
    | ResponseReasoningSummaryPartAddedEvent
    | ResponseReasoningSummaryPartDoneEvent
    | ResponseReasoningSummaryTextDeltaEvent
    | ResponseReasoningSummaryTextDoneEvent
    | ResponseReasoningTextDeltaEvent
    | ResponseReasoningTextDoneEvent
    | ResponseRefusalDeltaEvent
    | ResponseRefusalDoneEvent
    | ResponseTextDeltaEvent
    | ResponseTextDoneEvent
    | ResponseWebSearchCallCompletedEvent
    | ResponseWebSearchCallInProgressEvent
    | ResponseWebSearchCallSearchingEvent
    | ResponseImageGenCallCompletedEvent
    | ResponseImageGenCallGeneratingEvent
    | ResponseImageGenCallInProgressEvent
    | ResponseImageGenCallPartialImageEvent
    | ResponseMcpCallArgumentsDeltaEvent
    | ResponseMcpCallArgumentsDoneEvent
    | ResponseMcpCallCompletedEvent
    | ResponseMcpCallFailedEvent
    | ResponseMcpCallInProgressEvent
    | ResponseMcpListToolsCompletedEvent
    | ResponseMcpListToolsFailedEvent
    | ResponseMcpListToolsInProgressEvent
    | ResponseOutputTextAnnotationAddedEvent
    | ResponseQueuedEvent
    | ResponseCustomToolCallInputDeltaEvent
    | ResponseCustomToolCallInputDoneEvent
)
ServiceTier = Literal["auto", "default", "flex", "scale", "priority", "fast", "ultrafast"] | None
Tool = (
    FunctionTool
    | FileSearchTool
    | ComputerTool
    | ComputerUsePreviewTool
    | WebSearchTool
    | Mcp
    | CodeInterpreter
    | ProgrammaticToolCalling
    | ImageGeneration
    | LocalShell
    | FunctionShellTool
    | CustomTool
    | NamespaceTool
    | ToolSearchTool
    | WebSearchPreviewTool
    | ApplyPatchTool
)
ToolChoiceOptions = Literal["none", "auto", "required"]
