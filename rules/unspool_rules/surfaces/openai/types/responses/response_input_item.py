from typing import Any, Literal

from openai._models import BaseModel
from openai.types.responses import (
    ContainerReference,
    LocalEnvironment,
    McpToolCallError,
    ResponseComputerToolCallOutputScreenshot,
    ResponseFunctionCallOutputItemList,
    ResponseFunctionShellCallOutputContent,
    ResponseInputItem,
    ResponseInputMessageContentList,
    Tool,
)


class Message(BaseModel):
    content: ResponseInputMessageContentList
    role: Literal["user", "system", "developer"]
    status: Literal["in_progress", "completed", "incomplete"] | None
    type: Literal["message"] | None


class ComputerCallOutputAcknowledgedSafetyCheck(BaseModel):
    id: str
    code: str | None
    message: str | None


class ComputerCallOutput(BaseModel):
    call_id: str
    output: ResponseComputerToolCallOutputScreenshot
    type: Literal["computer_call_output"]
    id: str | None
    acknowledged_safety_checks: list[ComputerCallOutputAcknowledgedSafetyCheck] | None
    status: Literal["in_progress", "completed", "incomplete"] | None


class FunctionCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class FunctionCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


class FunctionCallOutput(BaseModel):
    output: str | ResponseFunctionCallOutputItemList
    type: Literal["function_call_output"]
    id: str | None
    call_id: str | None
    caller: FunctionCallOutputCaller | None
    name: str | None
    namespace: str | None
    status: Literal["in_progress", "completed", "incomplete"] | None


class ToolSearchCall(BaseModel):
    arguments: Any
    type: Literal["tool_search_call"]
    id: str | None
    call_id: str | None
    execution: Literal["server", "client"] | None
    status: Literal["in_progress", "completed", "incomplete"] | None


class AdditionalTools(BaseModel):
    role: Literal["developer"]
    tools: list[Tool]
    type: Literal["additional_tools"]
    id: str | None


class ImageGenerationCallErrorModerationDetails(BaseModel):
    categories: list[str]
    moderation_stage: Literal["input", "output", "unknown"]


class ImageGenerationCallError(BaseModel):
    code: str | None
    message: str
    param: str | None
    type: str
    moderation_details: ImageGenerationCallErrorModerationDetails | None


class ImageGenerationCallSvgUsage(BaseModel):
    input_tokens: int
    model: str
    output_tokens: int
    reasoning_tokens: int
    total_tokens: int


class ImageGenerationCall(BaseModel):
    id: str
    result: str | None
    status: Literal["in_progress", "completed", "generating", "failed"]
    type: Literal["image_generation_call"]
    action: Literal["generate", "edit", "auto"] | None
    background: Literal["transparent", "opaque", "auto"] | None
    error: ImageGenerationCallError | None
    output_format: Literal["png", "webp", "jpeg", "gif", "svg"] | None
    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"] | None
    revised_prompt: str | None
    size: str | None
    svg_usage: ImageGenerationCallSvgUsage | None


class LocalShellCallAction(BaseModel):
    command: list[str]
    env: dict[str, str]
    type: Literal["exec"]
    timeout_ms: int | None
    user: str | None
    working_directory: str | None


class LocalShellCall(BaseModel):
    id: str
    action: LocalShellCallAction
    call_id: str
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["local_shell_call"]


class LocalShellCallOutput(BaseModel):
    id: str
    output: str
    type: Literal["local_shell_call_output"]
    status: Literal["in_progress", "completed", "incomplete"] | None


class ShellCallAction(BaseModel):
    commands: list[str]
    max_output_length: int | None
    timeout_ms: int | None


class ShellCallCallerDirect(BaseModel):
    type: Literal["direct"]


class ShellCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


class ShellCall(BaseModel):
    action: ShellCallAction
    call_id: str
    type: Literal["shell_call"]
    id: str | None
    caller: ShellCallCaller | None
    environment: ShellCallEnvironment | None
    status: Literal["in_progress", "completed", "incomplete"] | None


class ShellCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class ShellCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


class ShellCallOutput(BaseModel):
    call_id: str
    output: list[ResponseFunctionShellCallOutputContent]
    type: Literal["shell_call_output"]
    id: str | None
    caller: ShellCallOutputCaller | None
    max_output_length: int | None
    status: Literal["in_progress", "completed", "incomplete"] | None


class ApplyPatchCallOperationCreateFile(BaseModel):
    diff: str
    path: str
    type: Literal["create_file"]


class ApplyPatchCallOperationDeleteFile(BaseModel):
    path: str
    type: Literal["delete_file"]


class ApplyPatchCallOperationUpdateFile(BaseModel):
    diff: str
    path: str
    type: Literal["update_file"]


class ApplyPatchCallCallerDirect(BaseModel):
    type: Literal["direct"]


class ApplyPatchCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


class ApplyPatchCall(BaseModel):
    call_id: str
    operation: ApplyPatchCallOperation
    status: Literal["in_progress", "completed"]
    type: Literal["apply_patch_call"]
    id: str | None
    caller: ApplyPatchCallCaller | None


class ApplyPatchCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class ApplyPatchCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


class ApplyPatchCallOutput(BaseModel):
    call_id: str
    status: Literal["completed", "failed"]
    type: Literal["apply_patch_call_output"]
    id: str | None
    caller: ApplyPatchCallOutputCaller | None
    output: str | None


class McpListToolsTool(BaseModel):
    input_schema: Any
    name: str
    annotations: Any
    description: str | None


class McpListTools(BaseModel):
    id: str
    server_label: str
    tools: list[McpListToolsTool]
    type: Literal["mcp_list_tools"]
    error: str | None


class McpApprovalRequest(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_approval_request"]


class McpApprovalResponse(BaseModel):
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    id: str | None
    reason: str | None


class McpCall(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_call"]
    approval_request_id: str | None
    error: McpToolCallError | None
    output: str | None
    status: Literal["in_progress", "completed", "incomplete", "calling", "failed"] | None


class CompactionTrigger(BaseModel):
    type: Literal["compaction_trigger"]
    id: str | None


class ItemReference(BaseModel):
    id: str
    type: Literal["item_reference"] | None


class Program(BaseModel):
    id: str
    call_id: str
    code: str
    fingerprint: str
    type: Literal["program"]


class ProgramOutput(BaseModel):
    id: str
    call_id: str
    result: str
    status: Literal["completed", "incomplete"]
    type: Literal["program_output"]


FunctionCallOutputCaller = FunctionCallOutputCallerDirect | FunctionCallOutputCallerProgram | None
ShellCallCaller = ShellCallCallerDirect | ShellCallCallerProgram | None
ShellCallEnvironment = LocalEnvironment | ContainerReference | None
ShellCallOutputCaller = ShellCallOutputCallerDirect | ShellCallOutputCallerProgram | None
ApplyPatchCallOperation = (
    ApplyPatchCallOperationCreateFile
    | ApplyPatchCallOperationDeleteFile
    | ApplyPatchCallOperationUpdateFile
)
ApplyPatchCallCaller = ApplyPatchCallCallerDirect | ApplyPatchCallCallerProgram | None
ApplyPatchCallOutputCaller = ApplyPatchCallOutputCallerDirect | ApplyPatchCallOutputCallerProgram | None
