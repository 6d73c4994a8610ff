from typing import Literal

from openai._models import BaseModel
from openai.types.responses import WebSearchTool


class Filters(BaseModel):
    allowed_domains: list[str] | None


class UserLocation(BaseModel):
    city: str | None
    country: str | None
    region: str | None
    timezone: str | None
    type: Literal["approximate"] | None
