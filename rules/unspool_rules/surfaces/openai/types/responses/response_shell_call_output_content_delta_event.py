from openai._models import BaseModel
from openai.types.responses import ResponseShellCallOutputContentDeltaEvent


class Delta(BaseModel):
    stderr: str | None
    stdout: str | None
