from typing import Any, Iterable, Literal, TypedDict

from openai._models import BaseModel
from openai.types.beta import AssistantResponseFormatOption, AssistantTool, AssistantToolChoiceOption
from openai.types.beta.threads.file_citation_annotation import FileCitation
from openai.types.beta.threads.file_citation_delta_annotation import (
    FileCitation as _FileCitationDeltaAnnotationFileCitation,
)
from openai.types.beta.threads.file_path_annotation import FilePath
from openai.types.beta.threads.file_path_delta_annotation import FilePath as _FilePathDeltaAnnotationFilePath
from openai.types.beta.threads.message import Attachment, IncompleteDetails
from openai.types.beta.threads.message_create_params import Attachment as _MessageCreateParamsAttachment
from openai.types.beta.threads.required_action_function_tool_call import Function
from openai.types.beta.threads.run import (
    IncompleteDetails as _RunIncompleteDetails,
    LastError,
    RequiredAction,
    TruncationStrategy,
    Usage,
)
from openai.types.beta.threads.run_create_params import Tool
from openai.types.beta.threads.run_submit_tool_outputs_params import ToolOutput
from openai.types.shared import Metadata
from openai.types.shared_params import Metadata as _SharedParamsMetadata


class FileCitationAnnotation(BaseModel):
    end_index: int
    file_citation: FileCitation
    start_index: int
    text: str
    type: Literal["file_citation"]


class FileCitationDeltaAnnotation(BaseModel):
    index: int
    type: Literal["file_citation"]
    end_index: int | None
    file_citation: _FileCitationDeltaAnnotationFileCitation | None
    start_index: int | None
    text: str | None


class FilePathAnnotation(BaseModel):
    end_index: int
    file_path: FilePath
    start_index: int
    text: str
    type: Literal["file_path"]


class FilePathDeltaAnnotation(BaseModel):
    index: int
    type: Literal["file_path"]
    end_index: int | None
    file_path: _FilePathDeltaAnnotationFilePath | None
    start_index: int | None
    text: str | None


class ImageFile(BaseModel):
    file_id: str
    detail: Literal["auto", "low", "high"] | None


class ImageFileContentBlock(BaseModel):
    image_file: ImageFile
    type: Literal["image_file"]


class ImageFileContentBlockParam(TypedDict):
    image_file: ImageFileParam
    type: Literal["image_file"]


class ImageFileDelta(BaseModel):
    detail: Literal["auto", "low", "high"] | None
    file_id: str | None


class ImageFileDeltaBlock(BaseModel):
    index: int
    type: Literal["image_file"]
    image_file: ImageFileDelta | None


class ImageFileParam(TypedDict):
    file_id: str
    detail: Literal["auto", "low", "high"]


class ImageURL(BaseModel):
    url: str
    detail: Literal["auto", "low", "high"] | None


class ImageURLContentBlock(BaseModel):
    image_url: ImageURL
    type: Literal["image_url"]


class ImageURLContentBlockParam(TypedDict):
    image_url: ImageURLParam
    type: Literal["image_url"]


class ImageURLDelta(BaseModel):
    detail: Literal["auto", "low", "high"] | None
    url: str | None


class ImageURLDeltaBlock(BaseModel):
    index: int
    type: Literal["image_url"]
    image_url: ImageURLDelta | None


class ImageURLParam(TypedDict):
    url: str
    detail: Literal["auto", "low", "high"]


class Message(BaseModel):
    id: str
    assistant_id: str | None
    attachments: list[Attachment] | None
    completed_at: int | None
    content: list[MessageContent]
    created_at: int
    incomplete_at: int | None
    incomplete_details: IncompleteDetails | None
    metadata: Metadata | None
    object: Literal["thread.message"]
    role: Literal["user", "assistant"]
    run_id: str | None
    status: Literal["in_progress", "incomplete", "completed"]
    thread_id: str
    file_ids: list[str]


class MessageCreateParams(TypedDict):
    content: str | Iterable[MessageContentPartParam]
    role: Literal["user", "assistant"]
    attachments: Iterable[_MessageCreateParamsAttachment] | None
    metadata: _SharedParamsMetadata | None
    file_ids: list[str]


class MessageDeleted(BaseModel):
    id: str
    deleted: bool
    object: Literal["thread.message.deleted"]


class MessageDelta(BaseModel):
    content: list[MessageContentDelta] | None
    role: Literal["user", "assistant"] | None


class MessageDeltaEvent(BaseModel):
    id: str
    delta: MessageDelta
    object: Literal["thread.message.delta"]


class MessageListParams(TypedDict):
    after: str
    before: str
    limit: int
    order: Literal["asc", "desc"]
    run_id: str


class MessageUpdateParams(TypedDict):
    thread_id: str
    metadata: _SharedParamsMetadata | None


class RefusalContentBlock(BaseModel):
    refusal: str
    type: Literal["refusal"]


class RefusalDeltaBlock(BaseModel):
    index: int
    type: Literal["refusal"]
    refusal: str | None


class RequiredActionFunctionToolCall(BaseModel):
    id: str
    function: Function
    type: Literal["function"]


class Run(BaseModel):
    id: str
    assistant_id: str
    cancelled_at: int | None
    completed_at: int | None
    created_at: int
    expires_at: int | None
    failed_at: int | None
    incomplete_details: _RunIncompleteDetails | None
    instructions: str
    last_error: LastError | None
    max_completion_tokens: int | None
    max_prompt_tokens: int | None
    metadata: Metadata | None
    model: str
    object: Literal["thread.run"]
    parallel_tool_calls: bool
    required_action: RequiredAction | None
    response_format: AssistantResponseFormatOption | None
    started_at: int | None
    status: RunStatus
    thread_id: str
    tool_choice: AssistantToolChoiceOption | None
    tools: list[AssistantTool]
    truncation_strategy: TruncationStrategy | None
    usage: Usage | None
    temperature: float | None
    top_p: float | None
    file_ids: list[str]


class RunCreateParams(TypedDict):
    assistant_id: str
    instructions: str | None
    metadata: Any
    model: str | None
    tools: list[Tool] | None


class RunListParams(TypedDict):
    after: str
    before: str
    limit: int
    order: Literal["asc", "desc"]


class RunSubmitToolOutputsParams(TypedDict):
    thread_id: str
    tool_outputs: list[ToolOutput]


class RunUpdateParams(TypedDict):
    thread_id: str
    metadata: _SharedParamsMetadata | None


class Text(BaseModel):
    annotations: list[Annotation]
    value: str


class TextContentBlock(BaseModel):
    text: Text
    type: Literal["text"]


class TextContentBlockParam(TypedDict):
    text: str
    type: Literal["text"]


class TextDelta(BaseModel):
    annotations: list[AnnotationDelta] | None
    value: str | None


class TextDeltaBlock(BaseModel):
    index: int
    type: Literal["text"]
    text: TextDelta | None


Annotation = FileCitationAnnotation | FilePathAnnotation
AnnotationDelta = FileCitationDeltaAnnotation | FilePathDeltaAnnotation
MessageContent = ImageFileContentBlock | ImageURLContentBlock | TextContentBlock | RefusalContentBlock
MessageContentDelta = ImageFileDeltaBlock | TextDeltaBlock | RefusalDeltaBlock | ImageURLDeltaBlock
MessageContentPartParam = ImageFileContentBlockParam | ImageURLContentBlockParam | TextContentBlockParam
RunStatus = Literal[
    "queued",
    "in_progress",
    "requires_action",
    "cancelling",
    "cancelled",
    "failed",
    "completed",
    "incomplete",
    "expired",
]
ThreadMessage = Message
MessageContentText = TextContentBlock
MessageContentImageFile = ImageFileContentBlock
