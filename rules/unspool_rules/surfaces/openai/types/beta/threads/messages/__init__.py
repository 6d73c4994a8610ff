from typing import Literal, TypedDict

from openai._models import BaseModel


class FileListParams(TypedDict):
    thread_id: str
    after: str
    before: str
    limit: int
    order: Literal["asc", "desc"]


class MessageFile(BaseModel):
    id: str
    created_at: int
    message_id: str
    object: Literal["thread.message.file"]
