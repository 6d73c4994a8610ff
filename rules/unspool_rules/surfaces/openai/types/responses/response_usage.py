from openai._models import BaseModel
from openai.types.responses import ResponseUsage


class InputTokensDetailsCacheWriteTokensDetails(BaseModel):
    ttl_12h_tokens: int
    ttl_30m_tokens: int


class InputTokensDetails(BaseModel):
    cache_write_tokens: int
    cached_tokens: int
    cache_write_tokens_details: InputTokensDetailsCacheWriteTokensDetails | None


class OutputTokensDetails(BaseModel):
    reasoning_tokens: int
