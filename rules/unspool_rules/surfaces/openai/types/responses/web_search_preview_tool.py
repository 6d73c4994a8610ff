from typing import Literal

from openai._models import BaseModel
from openai.types.responses import WebSearchPreviewTool


class UserLocation(BaseModel):
    type: Literal["approximate"]
    city: str | None
    country: str | None
    region: str | None
    timezone: str | None
