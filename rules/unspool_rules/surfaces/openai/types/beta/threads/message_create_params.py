from typing import Iterable, Literal, TypedDict

from openai.types.beta import CodeInterpreterToolParam
from openai.types.beta.threads import MessageCreateParams


class AttachmentToolFileSearch(TypedDict):
    type: Literal["file_search"]


class Attachment(TypedDict):
    file_id: str
    tools: Iterable[AttachmentTool]
    add_to: list[Literal["file_search", "code_interpreter"]]


AttachmentTool = CodeInterpreterToolParam | AttachmentToolFileSearch
