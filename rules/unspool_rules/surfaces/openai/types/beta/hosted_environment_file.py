from typing import Literal

from openai._models import BaseModel
from openai.types.beta import HostedEnvironmentFile


class HostedEnvironmentFileResourceInline(BaseModel):
    id: str
    path: str
    size_bytes: int
    type: Literal["inline"]
