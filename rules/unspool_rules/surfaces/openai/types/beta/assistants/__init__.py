from typing import Literal, TypedDict

from openai._models import BaseModel


class AssistantFile(BaseModel):
    id: str
    assistant_id: str
    created_at: int
    object: Literal["assistant.file"]


class FileCreateParams(TypedDict):
    file_id: str


class FileDeleteResponse(BaseModel):
    id: str
    deleted: bool
    object: Literal["assistant.file.deleted"]


class FileListParams(TypedDict):
    after: str
    before: str
    limit: int
    order: Literal["asc", "desc"]
