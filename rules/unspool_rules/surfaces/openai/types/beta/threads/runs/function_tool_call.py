from openai._models import BaseModel
from openai.types.beta.threads.runs import FunctionToolCall


class Function(BaseModel):
    arguments: str
    name: str
    output: str | None
