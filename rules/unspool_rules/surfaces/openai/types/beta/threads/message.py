from typing import Literal

from openai._models import BaseModel
from openai.types.beta import CodeInterpreterTool
from openai.types.beta.threads import Message


class AttachmentToolAssistantToolsFileSearchTypeOnly(BaseModel):
    type: Literal["file_search"]


class Attachment(BaseModel):
    file_id: str | None
    tools: list[AttachmentTool] | None
    add_to: list[Literal["file_search", "code_interpreter"]] | None


class IncompleteDetails(BaseModel):
    reason: Literal["content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"]


AttachmentTool = CodeInterpreterTool | AttachmentToolAssistantToolsFileSearchTypeOnly
