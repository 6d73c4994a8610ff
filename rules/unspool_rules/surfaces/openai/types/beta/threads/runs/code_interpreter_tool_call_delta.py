from openai._models import BaseModel
from openai.types.beta.threads.runs import CodeInterpreterLogs, CodeInterpreterOutputImage, CodeInterpreterToolCallDelta


class CodeInterpreter(BaseModel):
    input: str | None
    outputs: list[CodeInterpreterOutput] | None


CodeInterpreterOutput = CodeInterpreterLogs | CodeInterpreterOutputImage
