from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseInputFileContent


class PromptCacheBreakpoint(BaseModel):
    mode: Literal["explicit"]
    ttl: Literal["30m", "12h"] | None
