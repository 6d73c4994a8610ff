from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseApplyPatchToolCall


class OperationCreateFile(BaseModel):
    diff: str
    path: str
    type: Literal["create_file"]


class OperationDeleteFile(BaseModel):
    path: str
    type: Literal["delete_file"]


class OperationUpdateFile(BaseModel):
    diff: str
    path: str
    type: Literal["update_file"]


class CallerDirect(BaseModel):
    type: Literal["direct"]


class CallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


Operation = OperationCreateFile | OperationDeleteFile | OperationUpdateFile
Caller = CallerDirect | CallerProgram | None
