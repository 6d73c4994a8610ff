from typing import Literal

from openai._models import BaseModel
from openai.types.vector_stores import VectorStoreFile


class LastError(BaseModel):
    code: Literal["server_error", "unsupported_file", "invalid_file"]
    message: str
