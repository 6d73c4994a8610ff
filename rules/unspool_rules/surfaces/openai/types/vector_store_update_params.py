from typing import Literal, TypedDict

from openai.types import VectorStoreUpdateParams


class ExpiresAfter(TypedDict):
    anchor: Literal["last_active_at"]
    days: int
