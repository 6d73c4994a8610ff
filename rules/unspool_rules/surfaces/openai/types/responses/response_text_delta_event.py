from openai._models import BaseModel
from openai.types.responses import ResponseTextDeltaEvent


class LogprobTopLogprob(BaseModel):
    token: str | None
    logprob: float | None


class Logprob(BaseModel):
    token: str
    logprob: float
    top_logprobs: list[LogprobTopLogprob] | None
