from typing import Literal

from openai._models import BaseModel
from openai.types.conversations import ComputerScreenshotContent, Message, SummaryTextContent, TextContent
from openai.types.responses import (
    ResponseInputFile,
    ResponseInputImage,
    ResponseInputText,
    ResponseOutputRefusal,
    ResponseOutputText,
)


class ContentReasoningText(BaseModel):
    text: str
    type: Literal["reasoning_text"]


Content = (
    ResponseInputText
    | ResponseOutputText
    | TextContent
    | SummaryTextContent
    | ContentReasoningText
    | ResponseOutputRefusal
    | ResponseInputImage
    | ComputerScreenshotContent
    | ResponseInputFile
)
