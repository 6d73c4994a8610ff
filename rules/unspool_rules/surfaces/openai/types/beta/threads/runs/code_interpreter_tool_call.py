from typing import Literal

from openai._models import BaseModel
from openai.types.beta.threads.runs import CodeInterpreterToolCall


class CodeInterpreterOutputLogs(BaseModel):
    logs: str
    type: Literal["logs"]


class CodeInterpreterOutputImageImage(BaseModel):
    file_id: str


class CodeInterpreterOutputImage(BaseModel):
    image: CodeInterpreterOutputImageImage
    type: Literal["image"]


class CodeInterpreter(BaseModel):
    input: str
    outputs: list[CodeInterpreterOutput]


CodeInterpreterOutput = CodeInterpreterOutputLogs | CodeInterpreterOutputImage
