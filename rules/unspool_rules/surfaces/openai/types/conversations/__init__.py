from typing import Any, Literal

from openai._models import BaseModel
from openai.types.conversations.computer_screenshot_content import PromptCacheBreakpoint
from openai.types.conversations.conversation_item import (
    AdditionalTools,
    ImageGenerationCall,
    LocalShellCall,
    LocalShellCallOutput,
    McpApprovalRequest,
    McpApprovalResponse,
    McpCall,
    McpListTools,
    Program,
    ProgramOutput,
)
from openai.types.conversations.message import Content
from openai.types.responses import (
    ImageDetail,
    ResponseApplyPatchToolCall,
    ResponseApplyPatchToolCallOutput,
    ResponseCodeInterpreterToolCall,
    ResponseCompactionItem,
    ResponseComputerToolCall,
    ResponseComputerToolCallOutputItem,
    ResponseConfigurationUpdateItem,
    ResponseCustomToolCall,
    ResponseCustomToolCallOutput,
    ResponseFileSearchToolCall,
    ResponseFunctionShellToolCall,
    ResponseFunctionShellToolCallOutput,
    ResponseFunctionToolCallItem,
    ResponseFunctionToolCallOutputItem,
    ResponseFunctionWebSearch,
    ResponseInputFile,
    ResponseInputImage,
    ResponseInputText,
    ResponseOutputRefusal,
    ResponseOutputText,
    ResponseReasoningItem,
    ResponseToolSearchCall,
    ResponseToolSearchOutputItem,
)


class ComputerScreenshotContent(BaseModel):
    detail: ImageDetail
    file_id: str | None
    image_url: str | None
    type: Literal["computer_screenshot"]
    prompt_cache_breakpoint: PromptCacheBreakpoint | None


class Conversation(BaseModel):
    id: str
    created_at: int
    metadata: Any
    object: Literal["conversation"]


class ConversationDeletedResource(BaseModel):
    id: str
    deleted: bool
    object: Literal["conversation.deleted"]


class ConversationItemList(BaseModel):
    data: list[ConversationItem]
    first_id: str
    has_more: bool
    last_id: str
    object: Literal["list"]


class Message(BaseModel):
    id: str
    content: list[Content]
    role: Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]
    phase: Literal["commentary", "final_answer"] | None


class SummaryTextContent(BaseModel):
    text: str
    type: Literal["summary_text"]


class TextContent(BaseModel):
    text: str
    type: Literal["text"]


ConversationItem = (
    Message
    | ResponseFunctionToolCallItem
    | ResponseFunctionToolCallOutputItem
    | ResponseFileSearchToolCall
    | ResponseFunctionWebSearch
    | ImageGenerationCall
    | ResponseComputerToolCall
    | ResponseComputerToolCallOutputItem
    | ResponseToolSearchCall
    | ResponseToolSearchOutputItem
    | AdditionalTools
    | ResponseConfigurationUpdateItem
    | ResponseReasoningItem
    | Program
    | ProgramOutput
    | ResponseCompactionItem
    | ResponseCodeInterpreterToolCall
    | LocalShellCall
    | LocalShellCallOutput
    | ResponseFunctionShellToolCall
    | ResponseFunctionShellToolCallOutput
    | ResponseApplyPatchToolCall
    | ResponseApplyPatchToolCallOutput
    | McpListTools
    | McpApprovalRequest
    | McpApprovalResponse
    | McpCall
    | ResponseCustomToolCall
    | ResponseCustomToolCallOutput
)
InputFileContent = ResponseInputFile
InputImageContent = ResponseInputImage
InputTextContent = ResponseInputText
OutputTextContent = ResponseOutputText
RefusalContent = ResponseOutputRefusal
