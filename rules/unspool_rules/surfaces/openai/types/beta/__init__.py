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
from openai.types.beta.environment import (
    EnvironmentResourceNone,
    EnvironmentResourceOpenAIHosted,
    EnvironmentResourceSelfHosted,
)
from openai.types.beta.environment_param import (
    EnvironmentParamNone,
    EnvironmentParamOpenAIHosted,
    EnvironmentParamSelfHosted,
)
from openai.types.beta.file_search_tool import FileSearch
from openai.types.beta.file_search_tool_param import FileSearch as _FileSearchToolParamFileSearch
from openai.types.beta.hosted_environment_file import HostedEnvironmentFileResourceInline
from openai.types.beta.hosted_environment_file_param import (
    HostedEnvironmentFileParamFileID,
    HostedEnvironmentFileParamInline,
)
from openai.types.beta.hosted_skill import HostedSkillResourceInline
from openai.types.beta.hosted_skill_param import HostedSkillParamInline, HostedSkillParamSkillReference
from openai.types.beta.input_content import InputContentResourceInputImage, InputContentResourceInputText
from openai.types.beta.input_content_param import InputContentParamInputImage, InputContentParamInputText
from openai.types.beta.mcp_transport import McpTransportResourceHTTP, McpTransportResourceStdio
from openai.types.beta.mcp_transport_param import McpTransportConfigParamHTTP, McpTransportConfigParamStdio
from openai.types.beta.persisted_agent_tool import (
    PersistedAgentToolResourceAutomations,
    PersistedAgentToolResourceComputerUse,
    PersistedAgentToolResourceFunction,
    PersistedAgentToolResourceMcp,
    PersistedAgentToolResourceProgrammaticToolCalling,
    PersistedAgentToolResourceToolSearch,
    PersistedAgentToolResourceWebSearch,
)
from openai.types.beta.persisted_agent_tool_param import (
    PersistedAgentToolConfigParamAutomations,
    PersistedAgentToolConfigParamComputerUse,
    PersistedAgentToolConfigParamFunction,
    PersistedAgentToolConfigParamMcp,
    PersistedAgentToolConfigParamProgrammaticToolCalling,
    PersistedAgentToolConfigParamToolSearch,
    PersistedAgentToolConfigParamWebSearch,
)
from openai.types.beta.persisted_mcp_transport import (
    PersistedMcpTransportResourceHTTP,
    PersistedMcpTransportResourceStdio,
)
from openai.types.beta.persisted_mcp_transport_param import (
    PersistedMcpTransportConfigParamHTTP,
    PersistedMcpTransportConfigParamStdio,
)
from openai.types.beta.response_compact_params import Image, PromptCacheOptions
from openai.types.beta.response_create_params import ResponseCreateParamsNonStreaming, ResponseCreateParamsStreaming
from openai.types.beta.response_retrieve_params import (
    ResponseRetrieveParamsNonStreaming,
    ResponseRetrieveParamsStreaming,
)
from openai.types.beta.text_format import TextFormatResourceJSONSchema, TextFormatResourceText
from openai.types.beta.text_format_param import TextFormatParamJSONSchema, TextFormatParamText
from openai.types.beta.thread import ToolResources as _ThreadToolResources
from openai.types.beta.thread_create_and_run_params import Thread as _ThreadCreateAndRunParamsThread, Tool
from openai.types.beta.thread_create_params import Message, ToolResources as _ThreadCreateParamsToolResources
from openai.types.beta.thread_update_params import ToolResources as _ThreadUpdateParamsToolResources
from openai.types.beta.token_usage import InputTokensDetails, OutputTokensDetails
from openai.types.beta.web_search_action import (
    WebSearchActionResourceFindInPage,
    WebSearchActionResourceOpenPage,
    WebSearchActionResourceOther,
    WebSearchActionResourceSearch,
)
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
    model: str | Literal["gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-2025-08-07", "gpt-5-mini-2025-08-07", "gpt-5-nano-2025-08-07", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14", "gpt-4.1-nano-2025-04-14", "o3-mini", "o3-mini-2025-01-31", "o1", "o1-2024-12-17", "gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-4.5-preview", "gpt-4.5-preview-2025-02-27", "gpt-4-turbo", "gpt-4-turbo-2024-04-09", "gpt-4-0125-preview", "gpt-4-turbo-preview", "gpt-4-1106-preview", "gpt-4-vision-preview", "gpt-4", "gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "gpt-4-32k-0314", "gpt-4-32k-0613", "gpt-3.5-turbo", "gpt-3.5-turbo-16k", "gpt-3.5-turbo-0613", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0125", "gpt-3.5-turbo-16k-0613"]
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


class HostedEnvironmentFileID(BaseModel):
    id: str
    file_id: str
    path: str
    size_bytes: int
    type: Literal["file_id"]


class HostedPlugin(BaseModel):
    description: str
    name: str
    type: Literal["inline"]


class HostedPluginParam(TypedDict):
    description: str
    name: str
    source: InlineCapabilitySourceParam
    type: Literal["inline"]


class HostedSkillReference(BaseModel):
    description: str
    name: str
    skill_id: str
    type: Literal["skill_reference"]
    version: str


class InlineCapabilitySourceParam(TypedDict):
    data: str
    media_type: Literal["application/zip"]
    type: Literal["base64"]


class MultiAgentConfig(BaseModel):
    enabled: bool
    max_concurrent_subagents: int | None


class MultiAgentConfigParam(TypedDict):
    enabled: bool
    max_concurrent_subagents: int


class OutputText(BaseModel):
    text: str
    type: Literal["output_text"]


class ResponseCompactParams(TypedDict):
    model: Literal["gpt-6-astra", "gpt-6.2-astra", "gpt-6.1-sol", "gpt-6.2-sol", "gpt-6.1-terra", "gpt-6-sol", "gpt-6-luna", "gpt-5.6-sol", "gpt-5.6-terra", "gpt-5.6-luna", "gpt-5.5", "gpt-5.5-2026-04-23", "gpt-5.4", "gpt-5.4-mini", "gpt-5.4-nano", "gpt-5.4-mini-2026-03-17", "gpt-5.4-nano-2026-03-17", "gpt-5.3-chat-latest", "gpt-5.2", "gpt-5.2-2025-12-11", "gpt-5.2-chat-latest", "gpt-5.2-pro", "gpt-5.2-pro-2025-12-11", "gpt-5.1", "gpt-5.1-2025-11-13", "gpt-5.1-codex", "gpt-5.1-mini", "gpt-5.1-chat-latest", "gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-2025-08-07", "gpt-5-mini-2025-08-07", "gpt-5-nano-2025-08-07", "gpt-5-chat-latest", "gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14", "gpt-4.1-nano-2025-04-14", "o4-mini", "o4-mini-2025-04-16", "o3", "o3-2025-04-16", "o3-mini", "o3-mini-2025-01-31", "o1", "o1-2024-12-17", "o1-preview", "o1-preview-2024-09-12", "o1-mini", "o1-mini-2024-09-12", "gpt-4o", "gpt-4o-2024-11-20", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13", "gpt-audio-mini", "gpt-audio-mini-2025-12-15", "gpt-4o-audio-preview", "gpt-4o-audio-preview-2024-10-01", "gpt-4o-audio-preview-2024-12-17", "gpt-4o-audio-preview-2025-06-03", "gpt-4o-mini-audio-preview", "gpt-4o-mini-audio-preview-2024-12-17", "gpt-4o-search-preview", "gpt-4o-mini-search-preview", "gpt-4o-search-preview-2025-03-11", "gpt-4o-mini-search-preview-2025-03-11", "chatgpt-4o-latest", "codex-mini-latest", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-4-turbo", "gpt-4-turbo-2024-04-09", "gpt-4-0125-preview", "gpt-4-turbo-preview", "gpt-4-1106-preview", "gpt-4-vision-preview", "gpt-4", "gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "gpt-4-32k-0314", "gpt-4-32k-0613", "gpt-3.5-turbo", "gpt-3.5-turbo-16k", "gpt-3.5-turbo-0301", "gpt-3.5-turbo-0613", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0125", "gpt-3.5-turbo-16k-0613", "o1-pro", "o1-pro-2025-03-19", "o3-pro", "o3-pro-2025-06-10", "o3-deep-research", "o3-deep-research-2025-06-26", "o4-mini-deep-research", "o4-mini-deep-research-2025-06-26", "computer-use-preview", "computer-use-preview-2025-03-11", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23", "gpt-5-codex", "gpt-5-pro", "gpt-5-pro-2025-10-06", "gpt-5.1-codex-max", "gpt-daybreak-blue-latest", "gpt-daybreak-red-latest", "gpt-5.6-cyber", "gpt-6-cyber", "gpt-rosalind-research", "gpt-6-rosalind", "gpt-6.2-astra-law"] | str | None
    image: Image
    input: str | Iterable[Any] | None
    instructions: str | None
    previous_response_id: str | None
    prompt_cache_key: str | None
    prompt_cache_options: PromptCacheOptions | None
    prompt_cache_retention: Literal["in_memory", "24h"] | None
    service_tier: Literal["auto", "default", "fast", "flex", "priority"] | None
    betas: list[Literal["responses_multi_agent=v1"]]


class SessionError(BaseModel):
    code: str | None
    message: str
    param: str | None
    type: str


class SessionTurnError(BaseModel):
    code: Literal["context_length_exceeded", "max_output_tokens", "session_budget_exceeded", "usage_limit_exceeded", "project_spend_limit_exceeded", "organization_spend_limit_exceeded", "organization_usage_limit_exceeded", "billing_not_active", "credit_balance_exhausted", "rate_limit_exceeded", "flex_unavailable", "server_overloaded", "cyber_policy", "misalignment_policy_violation", "connection_failed", "server_error", "authentication_error", "invalid_request", "resource_not_found", "sandbox_error", "executor_version_incompatible", "active_turn_not_steerable", "request_timeout", "internal_error"]
    message: str


class SetupCommandParam(TypedDict):
    command: str
    cwd: str | None


class Subagent(BaseModel):
    id: str
    closed_at: int | None
    instructions: list[Any] | None
    name: str | None
    object: Literal["agent.session.subagent"]
    opened_at: int
    parent_agent_id: str
    session_id: str
    status: Literal["active", "closed"]


class SummaryText(BaseModel):
    text: str
    type: Literal["summary_text"]


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


class TokenUsage(BaseModel):
    input_tokens: int
    input_tokens_details: InputTokensDetails
    output_tokens: int
    output_tokens_details: OutputTokensDetails
    total_tokens: int


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
Environment = EnvironmentResourceNone | EnvironmentResourceOpenAIHosted | EnvironmentResourceSelfHosted
EnvironmentParam = EnvironmentParamNone | EnvironmentParamOpenAIHosted | EnvironmentParamSelfHosted
HostedEnvironmentFile = HostedEnvironmentFileID | HostedEnvironmentFileResourceInline
HostedEnvironmentFileParam = HostedEnvironmentFileParamFileID | HostedEnvironmentFileParamInline
HostedSkill = HostedSkillReference | HostedSkillResourceInline
HostedSkillParam = HostedSkillParamSkillReference | HostedSkillParamInline
InputContent = InputContentResourceInputText | InputContentResourceInputImage
InputContentParam = InputContentParamInputText | InputContentParamInputImage
McpTransport = McpTransportResourceHTTP | McpTransportResourceStdio
McpTransportParam = McpTransportConfigParamHTTP | McpTransportConfigParamStdio
PersistedAgentTool = (
    PersistedAgentToolResourceFunction
    | PersistedAgentToolResourceToolSearch
    | PersistedAgentToolResourceProgrammaticToolCalling
    | PersistedAgentToolResourceMcp
    | PersistedAgentToolResourceWebSearch
    | PersistedAgentToolResourceComputerUse
    | PersistedAgentToolResourceAutomations
)
PersistedAgentToolParam = (
    PersistedAgentToolConfigParamFunction
    | PersistedAgentToolConfigParamToolSearch
    | PersistedAgentToolConfigParamProgrammaticToolCalling
    | PersistedAgentToolConfigParamMcp
    | PersistedAgentToolConfigParamWebSearch
    | PersistedAgentToolConfigParamComputerUse
    | PersistedAgentToolConfigParamAutomations
)
PersistedMcpTransport = PersistedMcpTransportResourceHTTP | PersistedMcpTransportResourceStdio
PersistedMcpTransportParam = PersistedMcpTransportConfigParamHTTP | PersistedMcpTransportConfigParamStdio
ResponseCreateParams = ResponseCreateParamsNonStreaming | ResponseCreateParamsStreaming
ResponseRetrieveParams = ResponseRetrieveParamsNonStreaming | ResponseRetrieveParamsStreaming
TextFormat = TextFormatResourceText | TextFormatResourceJSONSchema
TextFormatParam = TextFormatParamText | TextFormatParamJSONSchema
WebSearchAction = (
    WebSearchActionResourceSearch
    | WebSearchActionResourceOpenPage
    | WebSearchActionResourceFindInPage
    | WebSearchActionResourceOther
)
