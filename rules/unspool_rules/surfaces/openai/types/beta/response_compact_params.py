from typing import Literal, TypedDict

from openai.types.beta import ResponseCompactParams


class Image(TypedDict):
    context_compression: Literal["auto", "enabled", "disabled"]


class PromptCacheOptions(TypedDict):
    mode: Literal["implicit", "explicit"]
    ttl: Literal["30m"]
