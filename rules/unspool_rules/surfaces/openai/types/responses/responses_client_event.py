from typing import Any, Literal

from openai._models import BaseModel
from openai.types.responses import (
    ResponseIncludable,
    ResponseInput,
    ResponsePrompt,
    ResponseTextConfig,
    ResponsesClientEvent,
    ServiceTier,
    Tool,
    ToolChoiceAllowed,
    ToolChoiceApplyPatch,
    ToolChoiceCustom,
    ToolChoiceFunction,
    ToolChoiceMcp,
    ToolChoiceOptions,
    ToolChoiceShell,
    ToolChoiceTypes,
)
from openai.types.shared import Metadata, Reasoning


class ResponseCreateAccessPrograms(BaseModel):
    cyber: Literal["standard", "daybreak_blue", "daybreak_red"] | None


class ResponseCreateBackgroundOptions(BaseModel):
    completion_window: Literal["soonest", "2h", "8h"] | None
    continuation_id: str | None


class ResponseCreateContextManagement(BaseModel):
    type: str
    compact_threshold: int | None


class ResponseCreateImage(BaseModel):
    context_compression: Literal["auto", "enabled", "disabled"] | None


class ResponseCreateModerationPolicyInput(BaseModel):
    mode: Literal["score", "block"]


class ResponseCreateModerationPolicyOutput(BaseModel):
    mode: Literal["score", "block"]


class ResponseCreateModerationPolicy(BaseModel):
    input: ResponseCreateModerationPolicyInput | None
    output: ResponseCreateModerationPolicyOutput | None


class ResponseCreateModeration(BaseModel):
    model: str
    policy: ResponseCreateModerationPolicy | None


class ResponseCreatePromptCacheOptions(BaseModel):
    comparison_response_id: str | None
    mode: Literal["implicit", "explicit"] | None
    prewarm: bool | None
    ttl: Literal["30m", "12h"] | None


class ResponseCreateStreamOptions(BaseModel):
    include_obfuscation: bool | None


class ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam(BaseModel):
    type: Literal["programmatic_tool_calling"]


class ResponseCreate(BaseModel):
    type: Literal["response.create"]
    access_programs: ResponseCreateAccessPrograms | None
    background: bool | None
    background_options: ResponseCreateBackgroundOptions | None
    context_management: list[ResponseCreateContextManagement] | None
    conversation: ResponseCreateConversation | None
    generate: bool | None
    image: ResponseCreateImage | None
    include: list[ResponseIncludable] | None
    input: str | ResponseInput | None
    instructions: str | None
    max_output_tokens: int | None
    max_tool_calls: int | None
    metadata: Metadata | None
    model: str | None
    moderation: ResponseCreateModeration | None
    parallel_tool_calls: bool | None
    previous_response_id: str | None
    prompt: ResponsePrompt | None
    prompt_cache_key: str | None
    prompt_cache_options: ResponseCreatePromptCacheOptions | None
    prompt_cache_retention: Literal["in_memory", "24h"] | None
    reasoning: Reasoning | None
    safety_identifier: str | None
    service_tier: ServiceTier | None
    store: bool | None
    stream: bool | None
    stream_id: str | None
    stream_options: ResponseCreateStreamOptions | None
    temperature: float | None
    text: ResponseTextConfig | None
    tool_choice: ResponseCreateToolChoice | None
    tools: list[Tool] | None
    top_logprobs: int | None
    top_p: float | None
    truncation: Literal["auto", "disabled"] | None
    user: str | None


ResponseCreateConversation = Any
ResponseCreateToolChoice = (
    ToolChoiceOptions
    | ToolChoiceAllowed
    | ToolChoiceTypes
    | ToolChoiceFunction
    | ToolChoiceMcp
    | ToolChoiceCustom
    | ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam
    | ToolChoiceApplyPatch
    | ToolChoiceShell
)
ContextManagement = ResponseCreateContextManagement
Conversation = ResponseCreateConversation
Moderation = ResponseCreateModeration
ModerationPolicy = ResponseCreateModerationPolicy
ModerationPolicyInput = ResponseCreateModerationPolicyInput
ModerationPolicyOutput = ResponseCreateModerationPolicyOutput
PromptCacheOptions = ResponseCreatePromptCacheOptions
StreamOptions = ResponseCreateStreamOptions
ToolChoice = ResponseCreateToolChoice
ToolChoiceSpecificProgrammaticToolCallingParam = ResponseCreateToolChoiceSpecificProgrammaticToolCallingParam
