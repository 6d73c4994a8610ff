from typing import Literal, TypedDict

from openai.types import FileCreateParams


class ExpiresAfter(TypedDict):
    anchor: Literal["created_at"]
    seconds: int
