from openai._models import BaseModel
from openai.types.beta.threads.runs import FunctionToolCallDelta


class Function(BaseModel):
    arguments: str | None
    name: str | None
    output: str | None
