from openai._models import BaseModel
from openai.types.beta.threads import RequiredActionFunctionToolCall


class Function(BaseModel):
    arguments: str
    name: str
