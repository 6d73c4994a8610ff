from typing import Literal

from openai._models import BaseModel
from openai.types.responses import CompactedResponse


class Image(BaseModel):
    context_compression: Literal["enabled", "disabled"]
