from typing import Literal

from openai._models import BaseModel
from openai.types import ContainerListResponse


class ExpiresAfter(BaseModel):
    anchor: Literal["last_active_at"] | None
    minutes: int | None


class NetworkPolicy(BaseModel):
    type: Literal["allowlist", "disabled"]
    allowed_domains: list[str] | None
