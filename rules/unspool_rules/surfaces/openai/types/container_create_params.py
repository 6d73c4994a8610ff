from typing import Any, Literal, TypedDict

from openai.types import ContainerCreateParams


class ExpiresAfter(TypedDict):
    anchor: Literal["last_active_at"]
    minutes: int


NetworkPolicy = Any
Skill = Any
