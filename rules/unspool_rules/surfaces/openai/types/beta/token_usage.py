from openai._models import BaseModel
from openai.types.beta import TokenUsage


class InputTokensDetails(BaseModel):
    cached_tokens: int


class OutputTokensDetails(BaseModel):
    reasoning_tokens: int
